package org.gardefroid.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the mail peer received: the only witness of delivery that counts. */
public final class Mails {

    /** One mail; the header names the alarm it is about and why it was sent. */
    public record Mail(Instant receivedAt, String to, String subject, String alarm, String kind, String cause) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Mail> received;

    private Mails(List<Mail> received) {
        this.received = received;
    }

    public static Mails read(Path file) {
        List<Mail> received = new ArrayList<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    received.add(mail(JSON.readTree(line)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return new Mails(received);
    }

    private static Mail mail(JsonNode line) {
        JsonNode headers = line.path("headers");
        return new Mail(Instant.parse(line.get("receivedAt").asText()), line.path("to").path(0).asText(),
                line.path("subject").asText(), headers.path("X-Gardefroid-Alarm").asText(),
                headers.path("X-Gardefroid-Kind").asText(), headers.path("X-Gardefroid-Cause").asText());
    }

    public List<Mail> received() {
        return List.copyOf(received);
    }

    /** The alarms of which somebody was told. */
    public Set<String> alarms() {
        return received.stream().map(Mail::alarm).collect(Collectors.toSet());
    }

    /** When the first mail about an alarm of this cause came. */
    public Optional<Instant> firstOf(Set<String> causes) {
        return received.stream().filter(mail -> causes.contains(mail.cause())).map(Mail::receivedAt)
                .min(Instant::compareTo);
    }
}
