package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.Temperature;

/**
 * Out of range for longer in all than a {@link CumulativeRule} allows, at one probe, however often it was back in between.
 *
 * @param bound what was crossed
 * @param endedAt the first reading seen in range again, or the last one out where nobody saw it come back; a later reading
 *     out lets it go on
 * @param worst the temperature farthest out
 * @param worstAt when it was first measured
 * @param timeOut observed time out of range, summed; unobserved time is not in it
 */
public record CumulativeExcursion(
        FactId id,
        Bound bound,
        Severity severity,
        Instant confirmedAt,
        Optional<Instant> endedAt,
        Temperature worst,
        Instant worstAt,
        Duration timeOut)
        implements
            Fact {

    @Override
    public Cause cause() {
        return bound.isUpper() ? Cause.TOO_WARM_CUMULATIVE : Cause.TOO_COLD_CUMULATIVE;
    }

    @Override
    public String messageKey() {
        return "fact." + cause().code();
    }
}
