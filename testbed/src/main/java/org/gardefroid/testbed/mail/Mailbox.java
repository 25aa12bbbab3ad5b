package org.gardefroid.testbed.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gardefroid.testbed.PrivateFiles;

/** A folder of mails: one {@code .eml} each, and a line each in {@code mail.jsonl} for programs that look for one. */
final class Mailbox {

    private static final int EXCERPT = 2_000;

    private final Path folder;
    private final InstantSource clock;
    private int count;

    private Mailbox(Path folder, InstantSource clock, int count) {
        this.folder = folder;
        this.clock = clock;
        this.count = count;
    }

    static Mailbox in(Path folder, InstantSource clock) throws IOException {
        Path own = PrivateFiles.folder(folder);
        return new Mailbox(own, clock, MailLines.read(own).size());
    }

    synchronized ReceivedMail keep(String from, List<String> to, byte[] content) throws IOException {
        count++;
        String file = String.format(Locale.ROOT, "%05d.eml", count);
        PrivateFiles.write(folder.resolve(file), content);
        ReceivedMail mail = describe(from, to, content, file);
        Files.writeString(folder.resolve(MailLines.FILE), MailLines.line(mail) + "\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return mail;
    }

    private ReceivedMail describe(String from, List<String> to, byte[] content, String file) throws IOException {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(content));
            String subject = message.getSubject();
            String text = plainText(message);
            return new ReceivedMail(clock.instant(), from, to, subject == null ? "" : subject, ours(message),
                    text.substring(0, Math.min(EXCERPT, text.length())), file);
        } catch (MessagingException e) {
            return new ReceivedMail(clock.instant(), from, to, "", Map.of(),
                    "not readable as a mail: " + e.getMessage(), file);
        }
    }

    private static Map<String, String> ours(MimeMessage message) throws MessagingException {
        var ours = new TreeMap<String, String>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            String name = header.getName();
            if (name.equalsIgnoreCase("Message-ID") || name.toLowerCase(Locale.ROOT).startsWith("x-gardefroid-")) {
                ours.put(name, header.getValue());
            }
        }
        return ours;
    }

    /** The first plain text in it, whatever it is wrapped in. */
    private static String plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain") && part.getContent() instanceof String text) {
            return text;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String text = plainText(inner);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
