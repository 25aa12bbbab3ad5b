package org.gardefroid.ingest.guard;

import java.util.Comparator;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;

/** What a guard row is for. Rows are locked in this order, so that two writers cannot wait for each other. */
public record JournalKey(DeviceId device, JournalId journal) implements Comparable<JournalKey> {

    private static final Comparator<JournalKey> ORDER = Comparator.comparing(JournalKey::device)
            .thenComparing(JournalKey::journal);

    public static JournalKey of(BatchId id) {
        return new JournalKey(id.device(), id.journal());
    }

    public BatchId batch(long number) {
        return new BatchId(device, journal, number);
    }

    @Override
    public int compareTo(JournalKey other) {
        return ORDER.compare(this, other);
    }
}
