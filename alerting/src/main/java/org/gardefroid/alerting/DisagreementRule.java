package org.gardefroid.alerting;

import java.time.Duration;

/**
 * The product probes of an equipment may be farther apart than {@code mostMilliCelsius} for less than {@code longest}. A
 * probe counts as long as its last temperature is not unobserved.
 *
 * @param mostMilliCelsius in thousandths of a degree; that far apart is not yet too far
 */
public record DisagreementRule(RuleName name, Severity severity, int mostMilliCelsius, Duration longest)
        implements
            ConditionRule {

    public DisagreementRule {
        if (mostMilliCelsius <= 0) {
            throw new IllegalArgumentException(name + ": most must be positive: " + mostMilliCelsius + " m°C");
        }
        Longest.check(name, longest);
    }

    @Override
    public Cause cause() {
        return Cause.PROBES_DISAGREE;
    }
}
