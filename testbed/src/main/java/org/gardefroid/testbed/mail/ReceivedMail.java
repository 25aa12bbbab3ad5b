package org.gardefroid.testbed.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail as the peer took it.
 *
 * @param from the envelope's sender
 * @param to the envelope's recipients
 * @param headers those that begin with {@code X-Gardefroid-}, and {@code Message-ID}
 * @param text the beginning of its plain text
 * @param file the whole of it, in the mailbox's folder
 */
public record ReceivedMail(
        Instant receivedAt, String from, List<String> to, String subject, Map<String, String> headers, String text,
        String file) {

    public ReceivedMail {
        to = List.copyOf(to);
        headers = Map.copyOf(headers);
    }
}
