package org.gardefroid.testbed.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

class MailPeerTest {

    @TempDir
    Path folder;

    @Test
    void whatItAcceptsItKeepsAndTells() throws Exception {
        try (var peer = MailPeer.start(folder)) {
            send(peer, "Excursion : réfrigérateur PUI-1", "alarm-42");

            assertThat(peer.received()).singleElement().satisfies(mail -> {
                assertThat(mail.from()).isEqualTo("gardefroid@hopital.example");
                assertThat(mail.to()).containsExactly("astreinte@hopital.example");
                assertThat(mail.subject()).isEqualTo("Excursion : réfrigérateur PUI-1");
                assertThat(mail.headers()).containsEntry("X-Gardefroid-Alarm", "alarm-42").containsKey("Message-ID");
                assertThat(mail.text()).startsWith("Il fait 9,1 °C.");
                Path eml = folder.resolve(mail.file());
                assertThat(eml).content().contains("X-Gardefroid-Alarm: alarm-42");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(eml))).isEqualTo("rw-------");
            });
            peer.process().awaitLine("mail received to=astreinte@hopital.example", Duration.ofSeconds(10));
        }
    }

    @Test
    void theFirstOnesAreRefusedWhenItIsToldTo() throws Exception {
        try (var peer = MailPeer.start(folder, "--refuse-first", 1)) {
            assertThatThrownBy(() -> send(peer, "one", "a")).isInstanceOf(MessagingException.class)
                    .hasStackTraceContaining("451");
            send(peer, "two", "a");

            assertThat(peer.received()).singleElement().extracting(ReceivedMail::subject).isEqualTo("two");
        }
    }

    @Test
    void whatItKeptSurvivesKill9AndTheNextStartGoesOn() throws Exception {
        try (var peer = MailPeer.start(folder)) {
            send(peer, "one", "a");
            peer.kill9();
            assertThatThrownBy(() -> send(peer, "nobody listens", "a")).isInstanceOf(MessagingException.class);
            peer.restart();
            send(peer, "two", "b");

            assertThat(peer.received()).extracting(ReceivedMail::subject, ReceivedMail::file)
                    .containsExactly(tuple("one", "00001.eml"),
                            tuple("two", "00002.eml"));
        }
    }

    private static void send(MailPeer peer, String subject, String alarm) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", String.valueOf(peer.port()));
        properties.put("mail.smtp.connectiontimeout", "5000");
        properties.put("mail.smtp.timeout", "10000");
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("gardefroid@hopital.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("astreinte@hopital.example"));
        message.setSubject(subject, "UTF-8");
        message.setHeader("X-Gardefroid-Alarm", alarm);
        var text = new MimeBodyPart();
        text.setText("Il fait 9,1 °C.", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<p>Il fait 9,1 °C.</p>", "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }
}
