package org.gardefroid.ingest.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.wire.Decoded;

/** What has to be known before arrivals can be admitted. */
final class Guard {

    private Guard() {}

    /** The rows that the arrivals may change: their own, and those of journals whose batches they declare as dropped. */
    static SortedSet<JournalKey> keys(List<Arrival> arrivals) {
        SortedSet<JournalKey> keys = new TreeSet<>();
        for (Arrival arrival : arrivals) {
            keys.add(JournalKey.of(arrival.id()));
            if (arrival.content() instanceof Decoded.Ok<Batch>(Batch batch)) {
                for (JournalRecord record : batch.records()) {
                    if (record.observation() instanceof Event.BatchesDropped dropped) {
                        keys.add(new JournalKey(arrival.id().device(), dropped.journal()));
                    }
                }
            }
        }
        return keys;
    }

    static Set<DeviceId> undated(List<Arrival> arrivals) {
        Set<DeviceId> devices = new HashSet<>();
        for (Arrival arrival : arrivals) {
            if (arrival.content() instanceof Decoded.Ok<Batch>(Batch batch) && batch.clock().wall().isEmpty()) {
                devices.add(arrival.id().device());
            }
        }
        return devices;
    }

    /** The stored batches that the arrivals have to be compared with; for what comes in order, none. */
    static Set<BatchId> toCompare(List<Arrival> arrivals, Map<JournalKey, GuardRow> rows) {
        Set<BatchId> ids = new HashSet<>();
        for (Arrival arrival : arrivals) {
            JournalKey key = JournalKey.of(arrival.id());
            long number = arrival.id().number();
            NumberSet stored = rows.getOrDefault(key, GuardRow.empty(key)).stored();
            if (stored.contains(number)) {
                ids.add(arrival.id());
                continue;
            }
            if (number > 1 && number - 1 != stored.watermark() && stored.contains(number - 1)) {
                ids.add(key.batch(number - 1));
            }
            // The batch after names this one; and where a hole is filled, the watermark moves to the end of the range.
            stored.ranges().stream().filter(range -> range.first() == number + 1).findFirst().ifPresent(after -> {
                ids.add(key.batch(after.first()));
                ids.add(key.batch(after.last()));
            });
            if (arrival.content() instanceof Decoded.Ok<Batch>(Batch batch)) {
                batch.predecessor().filter(before -> before.lastNumber() > 0).ifPresent(before -> ids.add(
                        new BatchId(arrival.id().device(), before.journal(), before.lastNumber())));
            }
        }
        return ids;
    }

    static NumberSet dropped(Event.BatchesDropped event) {
        return new NumberSet(List.of(new NumberRange(event.numbers().first(), event.numbers().last())));
    }
}
