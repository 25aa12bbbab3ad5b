package org.gardefroid.telemetry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How the monotonic time of a batch's records relates to the date.
 *
 * <p>The relation is the same for a whole batch: a clock that steps, or becomes trusted, seals the batch before it. So a
 * step of the wall clock can never reorder what happened, and a batch is dated as a whole or not at all.
 *
 * @param monotonicMillis the monotonic time, from 0, at which the wall clock showed {@code wall}
 * @param wall in whole milliseconds; empty while the clock is not trusted
 */
public record BatchClock(BootId boot, long monotonicMillis, Optional<Instant> wall) {

    /**
     * A clock that shows an earlier date is not trusted: the first Raspberry Pi was sold on this day. Clocks that lost
     * their battery begin at 1970 or 2000.
     */
    public static final Instant EARLIEST = Instant.parse("2012-02-29T00:00:00Z");

    /** Beyond this, a timestamp of the database and ours no longer agree. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    public BatchClock {
        if (monotonicMillis < 0) {
            throw new IllegalArgumentException("monotonic time must not be negative: " + monotonicMillis + " ms");
        }
        if (wall.isPresent()) {
            Instant shown = wall.get();
            if (shown.isBefore(EARLIEST) || shown.isAfter(LATEST)) {
                throw new IllegalArgumentException(
                        "a trusted clock must show a date from " + EARLIEST + " to " + LATEST + ": " + shown);
            }
            if (!shown.equals(shown.truncatedTo(ChronoUnit.MILLIS))) {
                throw new IllegalArgumentException("a clock shows whole milliseconds: " + shown);
            }
        }
    }

    /** The date of a monotonic time of the same boot, or nothing while the clock is not trusted. */
    public Optional<Instant> date(long otherMonotonicMillis) {
        return wall.map(shown -> shown.plusMillis(otherMonotonicMillis - monotonicMillis));
    }

    /** Dates one record, or nothing while the clock is not trusted. */
    public Optional<DatedRecord> date(JournalRecord record) {
        return date(record.monotonicMillis()).map(at -> switch (record.observation()) {
            case Measured(ProbeId probe, Measurement measurement) -> new Reading(probe, at, measurement);
            case Event event -> new Occurrence(at, event);
        });
    }
}
