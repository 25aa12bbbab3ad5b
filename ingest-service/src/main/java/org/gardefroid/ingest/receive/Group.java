package org.gardefroid.ingest.receive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.guard.Arrival;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Rejection;

/** What arrived together, told apart and decoded. */
final class Group {

    final List<FromAgent> batches = new ArrayList<>();
    final List<Asked> questions = new ArrayList<>();
    final List<Pack> packs = new ArrayList<>();
    final List<Refused> refused = new ArrayList<>();

    /** A batch, with the shard that its topic names: whoever holds that one may store it, and answers there. */
    record FromAgent(int shard, Arrival arrival, long receivedNanos) {}

    record Asked(int shard, DeviceId device, Question question) {}

    /** What a foreign device sent. */
    record Pack(int shard, DeviceId device, org.gardefroid.ingest.mqtt.Arrival arrival) {}

    /** What no journal can be told about: kept for a person to look at. */
    record Refused(
            org.gardefroid.ingest.mqtt.Arrival arrival,
            Optional<DeviceId> device,
            Optional<BatchId> batch,
            Rejection reason,
            String detail) {}

    boolean isEmpty() {
        return batches.isEmpty() && questions.isEmpty() && packs.isEmpty() && refused.isEmpty();
    }
}
