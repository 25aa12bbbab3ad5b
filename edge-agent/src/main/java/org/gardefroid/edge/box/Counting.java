package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.BatchClock;

/**
 * How the box counts time while it does not know the date: by the monotonic time of its boot, from a beginning that it
 * assumes. Rules need only differences of it; its dates are nothing to show to anybody.
 *
 * @param datedUpTo up to here dates are real
 * @param from when this boot is assumed to have begun to measure
 * @param clock the assumed relation
 */
public record Counting(Instant datedUpTo, Instant from, BatchClock clock) {

    /** Whether a date is real, and not counted. */
    boolean isReal(Instant at) {
        return !at.isAfter(datedUpTo);
    }

    /** How long ago it was that something began; nothing where it began before this boot, for nobody knows how long that took. */
    Optional<Duration> ago(Instant since, long nowMillis) {
        return since.isBefore(from)
                ? Optional.empty()
                : clock.date(nowMillis).map(now -> Duration.between(since, now));
    }
}
