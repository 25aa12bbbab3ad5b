package org.gardefroid.cli.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.gardefroid.cli.Refused;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;

import static org.gardefroid.cli.Words.say;

/** Brings batches to the service, some hundred at a time, and counts what became of them. */
final class JournalSender {

    private static final int MOST_BATCHES = 500;
    private static final int MOST_BYTES = 2 << 20;
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(20);
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();
    private final ObjectMapper json = new ObjectMapper();
    private final ImportAccount account = new ImportAccount();
    private final URI service;
    private final String person;
    private final String authorization;
    private final DeviceId device;
    private ArrayNode waiting = json.createArrayNode();
    private int waitingBytes;

    JournalSender(URI service, String person, String password, DeviceId device) {
        this.service = service.resolve("/api/journals");
        this.person = person;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.device = device;
    }

    /** @throws Refused if the service cannot be reached, or does not take it */
    void add(SealedBatch batch) {
        if (waiting.size() >= MOST_BATCHES || waitingBytes + batch.content().length > MOST_BYTES) {
            send(Map.of());
        }
        waiting.addObject().put("journal", batch.id().journal().value()).put("number", batch.id().number())
                .put("bytes", Base64.getEncoder().encodeToString(batch.content()));
        waitingBytes += batch.content().length;
    }

    ImportAccount finish(Map<JournalId, NumberSet> unreadable) {
        send(unreadable);
        return account;
    }

    static String text(NumberSet numbers) {
        return numbers.ranges().stream().map(range -> range.first() + "-" + range.last())
                .collect(Collectors.joining(","));
    }

    private void send(Map<JournalId, NumberSet> unreadable) {
        ObjectNode body = json.createObjectNode().put("device", device.value()).set("batches", waiting);
        ObjectNode lacking = body.putObject("unreadable");
        unreadable.forEach((journal, numbers) -> lacking.put(journal.value(), text(numbers)));
        waiting = json.createArrayNode();
        waitingBytes = 0;
        try {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(service).timeout(ANSWERS_WITHIN)
                    .header("Content-Type", "application/json").header("Authorization", authorization)
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Refused(refusal(answer));
            }
            json.readTree(answer.body()).path("batches").forEach(account::add);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(service.toString(), new IOException(e));
        } catch (IOException e) {
            throw new Refused(say("journal.unreachable", service, e));
        }
    }

    private String refusal(HttpResponse<String> answer) {
        String error = error(answer.body());
        return switch (answer.statusCode()) {
            case 401 -> say("journal.refused.name-and-password", person);
            case 429 -> say("journal.refused.too-many-tries", person);
            case 403 -> say("journal.refused.role", person);
            case 404 -> say("journal.refused.device", device);
            case 503 -> say("journal.refused.later", error);
            default -> say("journal.refused.other", answer.statusCode() + " " + error);
        };
    }

    private String error(String body) {
        try {
            JsonNode error = json.readTree(body).path("error");
            return error.asText();
        } catch (IOException e) {
            return "";
        }
    }
}
