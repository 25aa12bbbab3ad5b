package org.gardefroid.cli.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.service.ServiceClient;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;

import static org.gardefroid.cli.Words.say;

/** Brings batches to the service, some hundred at a time, and counts what became of them. */
final class JournalSender {

    private static final int MOST_BATCHES = 500;
    private static final int MOST_BYTES = 2 << 20;
    private final ObjectMapper json = new ObjectMapper();
    private final ImportAccount account = new ImportAccount();
    private final ServiceClient service;
    private final DeviceId device;
    private ArrayNode waiting = json.createArrayNode();
    private int waitingBytes;

    JournalSender(ServiceClient service, DeviceId device) {
        this.service = service;
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
        ServiceClient.Answer answer = service.post("/api/journals", body);
        if (!answer.isOk()) {
            throw new Refused(refusal(answer));
        }
        answer.body().path("batches").forEach(account::add);
    }

    private String refusal(ServiceClient.Answer answer) {
        return switch (answer.status()) {
            case 403 -> say("journal.refused.role");
            case 404 -> say("journal.refused.device", device);
            case 503 -> say("journal.refused.later", answer.error());
            default -> say("journal.refused.other", answer.status() + " " + answer.error());
        };
    }
}
