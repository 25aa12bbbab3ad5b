package org.gardefroid.ingest.receive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gardefroid.ingest.guard.Admission;
import org.gardefroid.ingest.guard.Arrival;
import org.gardefroid.ingest.guard.GroupCommit;
import org.gardefroid.ingest.guard.GuardRow;
import org.gardefroid.ingest.guard.JournalKey;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.wire.Decoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of what is committed: the devices by receipts, the operator by meters and a line for each batch set apart. */
final class CommitTelling {

    private static final Logger LOG = LoggerFactory.getLogger(CommitTelling.class);

    private final Answers answers;
    private final ReceiveMetrics metrics;

    CommitTelling(Answers answers, ReceiveMetrics metrics) {
        this.answers = answers;
        this.metrics = metrics;
    }

    /** @param began when the transaction was begun, by {@link System#nanoTime} */
    void committed(List<Group.FromAgent> batches, GroupCommit.Committed committed, long began) {
        long now = System.nanoTime();
        metrics.committed(now - began);
        batches.forEach(batch -> metrics.receivedToCommitted(now - batch.receivedNanos()));
        count(committed.admissions());
        Map<DeviceId, Map<JournalKey, GuardRow>> rows = new LinkedHashMap<>();
        Map<DeviceId, Integer> shards = new HashMap<>();
        Set<DeviceId> urgent = new HashSet<>();
        for (Group.FromAgent batch : batches) {
            JournalKey key = JournalKey.of(batch.arrival().id());
            GuardRow row = committed.rows().get(key);
            if (row != null) {
                rows.computeIfAbsent(key.device(), device -> new HashMap<>()).put(key, row);
                shards.put(key.device(), batch.shard());
                if (tellsWhatHappened(batch.arrival())) {
                    urgent.add(key.device());
                }
            }
        }
        rows.forEach((device, its) -> answers.committed(shards.getOrDefault(device, 0), device, its.values(),
                urgent.contains(device)));
    }

    /** An event was sealed at once, for somebody may be waiting in front of the box: its receipt does not wait either. */
    private static boolean tellsWhatHappened(Arrival arrival) {
        return arrival.content() instanceof Decoded.Ok<Batch>(Batch batch)
                && batch.records().stream().anyMatch(record -> record.observation() instanceof Event);
    }

    private void count(List<Admission> admissions) {
        int batches = 0;
        int readings = 0;
        for (Admission admission : admissions) {
            switch (admission) {
                case Admission.New(Arrival arrival, Batch batch) -> {
                    batches++;
                    for (JournalRecord record : batch.records()) {
                        readings += record.observation() instanceof Measured ? 1 : 0;
                    }
                }
                case Admission.Repeat(Arrival arrival) -> metrics.repeated();
                case Admission.Quarantined(Arrival arrival, Rejection reason, String detail) -> {
                    metrics.quarantined(reason);
                    LOG.warn("batch quarantined batch={} reason={} detail={}", arrival.id(), reason.code(), detail);
                }
            }
        }
        metrics.stored(batches, readings);
    }
}
