package org.gardefroid.telemetry;

/**
 * What is journaled: an observation and the monotonic time of its boot. Its date is its batch's to give, see
 * {@link BatchClock#date}.
 *
 * @param monotonicMillis milliseconds since the machine booted, from 0
 */
public record JournalRecord(long monotonicMillis, Observation observation) {

    public JournalRecord {
        if (monotonicMillis < 0) {
            throw new IllegalArgumentException("monotonic time must not be negative: " + monotonicMillis + " ms");
        }
    }
}
