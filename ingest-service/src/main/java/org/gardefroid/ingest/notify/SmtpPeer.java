package org.gardefroid.ingest.notify;

import jakarta.inject.Singleton;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Hands messages to a mail server, one connection at a time. Every step of it has its time limit. */
@Singleton
class SmtpPeer {

    private final MailSettings settings;
    private final LetterWriter letters;

    SmtpPeer(MailSettings settings) {
        this.settings = settings;
        this.letters = new LetterWriter(settings.console());
    }

    /** A connection, for as many messages as are due. */
    final class Connection implements AutoCloseable {

        private final Session session;
        private final SMTPTransport transport;

        private Connection(Session session, SMTPTransport transport) {
            this.session = session;
            this.transport = transport;
        }

        Delivery send(Posted posted) {
            try {
                Message message = message(session, posted);
                transport.sendMessage(message, message.getAllRecipients());
                return new Delivery.Accepted(transport.getLastServerResponse().strip());
            } catch (MessagingException e) {
                return verdict(e);
            }
        }

        boolean isOpen() {
            return transport.isConnected();
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // It is over either way.
                return;
            }
        }
    }

    Connection connect() throws MessagingException, IOException {
        Session session = Session.getInstance(properties());
        SMTPTransport transport = (SMTPTransport) session.getTransport();
        Optional<String> account = settings.account();
        Path file = settings.password();
        if (account.isPresent() && file != null) {
            transport.connect(account.get(), Files.readString(file).strip());
        } else {
            transport.connect();
        }
        return new Connection(session, transport);
    }

    private Properties properties() {
        MailSettings.Security security = settings.securityOrThrow();
        String protocol = security == MailSettings.Security.TLS ? "smtps" : "smtp";
        String millis = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty("mail." + protocol + ".host", settings.host());
        properties.setProperty("mail." + protocol + ".port", Integer.toString(settings.port()));
        properties.setProperty("mail." + protocol + ".connectiontimeout", millis);
        properties.setProperty("mail." + protocol + ".timeout", millis);
        properties.setProperty("mail." + protocol + ".writetimeout", millis);
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.setProperty("mail." + protocol + ".auth", Boolean.toString(settings.account().isPresent()));
        boolean startTls = security == MailSettings.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        return properties;
    }

    private MimeMessage message(Session session, Posted posted) throws MessagingException {
        Letter letter = letters.write(posted.notice(), posted.alarm(), posted.language());
        String id = "<" + posted.key() + "@" + settings.domain() + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id); // the same however often it is sent
            }
        };
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipients(Message.RecipientType.TO, new Address[]{new InternetAddress(posted.address())});
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(posted.madeAt()));
        message.setHeader("X-Gardefroid-Key", posted.key());
        message.setHeader("X-Gardefroid-Alarm", Long.toString(posted.alarm()));
        message.setHeader("X-Gardefroid-Kind", posted.notice().kind().code());
        message.setHeader("X-Gardefroid-Equipment", posted.equipment());
        message.setHeader("X-Gardefroid-Cause", posted.notice().cause().code());
        message.setHeader("Content-Language", posted.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        if (posted.notice().kind() == NoticeKind.RAISED || posted.notice().kind() == NoticeKind.WORSENED) {
            message.setHeader("Importance", "high");
            message.setHeader("X-Priority", "1");
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** By the server's own code: 5 is for ever, all else may be better later. */
    static Delivery verdict(MessagingException failure) {
        for (Exception each = failure; each != null; each = next(each)) {
            int code = switch (each) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            if (code >= 500 && code < 600) {
                return new Delivery.Refused(said(each));
            }
            if (each instanceof AddressException) {
                return new Delivery.Refused(said(each));
            }
        }
        boolean isOurs = failure instanceof AuthenticationFailedException || failure instanceof SendFailedException;
        return new Delivery.Later(isOurs ? said(failure) : failure.getClass().getSimpleName() + ": " + said(failure));
    }

    private static String said(Exception failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.toString()).strip();
    }

    private static @Nullable Exception next(Exception each) {
        return each instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
