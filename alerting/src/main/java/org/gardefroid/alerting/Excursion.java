package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.gardefroid.telemetry.Temperature;

/**
 * A stretch of time out of range, at one probe, by one rule.
 *
 * @param bound what was crossed
 * @param endedAt the first reading seen in range again
 * @param worst the temperature farthest out
 * @param worstAt when it was first measured
 * @param unobserved how much of it nobody saw
 */
public record Excursion(
        FactId id,
        Bound bound,
        Severity severity,
        Certainty certainty,
        Instant confirmedAt,
        Optional<Instant> endedAt,
        Temperature worst,
        Instant worstAt,
        Duration unobserved)
        implements
            Fact {

    @Override
    public Cause cause() {
        return bound.isUpper() ? Cause.TOO_WARM : Cause.TOO_COLD;
    }

    @Override
    public String messageKey() {
        return "fact." + cause().code() + "." + certainty.name().toLowerCase(Locale.ROOT);
    }

    Excursion unobserved(Duration gap) {
        return gap.isZero()
                ? this
                : new Excursion(id, bound, severity, certainty, confirmedAt, endedAt, worst, worstAt,
                        unobserved.plus(gap));
    }

    Excursion ended(Instant at, Duration gap) {
        return new Excursion(id, bound, severity, certainty, confirmedAt, Optional.of(at), worst, worstAt,
                unobserved.plus(gap));
    }
}
