package org.gardefroid.testbed.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail coming in. */
final class Reception implements MessageHandler {

    private final Mailbox mailbox;
    private final Temper temper;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    Reception(Mailbox mailbox, Temper temper) {
        this.mailbox = mailbox;
        this.temper = temper;
    }

    @Override
    public void from(String from) {
        sender = from;
    }

    @Override
    public void recipient(String recipient) {
        recipients.add(recipient);
    }

    /** Accepted is what is kept: the answer follows the write. */
    @Override
    public @Nullable String data(InputStream data) throws RejectException, IOException {
        byte[] content = data.readAllBytes();
        try {
            temper.judge(String.join(",", recipients));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectException(421, "closing");
        }
        ReceivedMail mail = mailbox.keep(sender, recipients, content);
        System.out.println("mail received to=" + String.join(",", mail.to()) + " subject=\"" + mail.subject()
                + "\" file=" + mail.file());
        return null;
    }

    @Override
    public void done() {}
}
