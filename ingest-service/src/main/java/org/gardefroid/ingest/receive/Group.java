package org.gardefroid.ingest.receive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The same in several parts. All that is of one device is in one of them, always the same one, and in its order. */
    List<Group> split(int parts) {
        if (parts == 1) {
            return List.of(this);
        }
        List<Group> split = Stream.generate(Group::new).limit(parts).toList();
        batches.forEach(batch -> part(split, batch.arrival().id().device()).batches.add(batch));
        questions.forEach(asked -> part(split, asked.device()).questions.add(asked));
        packs.forEach(pack -> part(split, pack.device()).packs.add(pack));
        refused.forEach(each -> each.device().map(device -> part(split, device)).orElse(split.getFirst()).refused
                .add(each));
        return split;
    }

    private static Group part(List<Group> parts, DeviceId device) {
        return parts.get(Math.floorMod(device.hashCode(), parts.size()));
    }

    boolean isEmpty() {
        return batches.isEmpty() && questions.isEmpty() && packs.isEmpty() && refused.isEmpty();
    }
}
