package org.gardefroid.edge.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BootId;

/**
 * A time, as the agent's clock tells it.
 *
 * @param monotonicMillis since the machine booted
 * @param wall in whole milliseconds; empty while the clock is not trusted
 */
public record Moment(BootId boot, long monotonicMillis, Optional<Instant> wall) {

    /** A wall clock that shows a date that cannot be is not trusted, whoever vouches for it. */
    public static Moment of(BootId boot, long monotonicMillis, boolean trusted, Instant wall) {
        Instant shown = wall.truncatedTo(ChronoUnit.MILLIS);
        boolean possible = !shown.isBefore(BatchClock.EARLIEST) && !shown.isAfter(BatchClock.LATEST);
        return new Moment(boot, monotonicMillis, trusted && possible ? Optional.of(shown) : Optional.empty());
    }

    public BatchClock batchClock() {
        return new BatchClock(boot, monotonicMillis, wall);
    }
}
