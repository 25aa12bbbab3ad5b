package org.gardefroid.telemetry;

import java.util.Comparator;

/**
 * What makes a batch itself: two batches with the same id have the same bytes, or one of them is a fork.
 *
 * @param number from 1, without holes, in the order of sealing
 */
public record BatchId(DeviceId device, JournalId journal, long number) implements Comparable<BatchId> {

    private static final Comparator<BatchId> ORDER = Comparator.comparing(BatchId::device)
            .thenComparing(BatchId::journal).thenComparingLong(BatchId::number);

    public BatchId {
        if (number < 1) {
            throw new IllegalArgumentException("a batch's number must be 1 or more: " + number);
        }
    }

    @Override
    public int compareTo(BatchId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return device + "/" + journal + "/" + number;
    }
}
