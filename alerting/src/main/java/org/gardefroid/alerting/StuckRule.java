package org.gardefroid.alerting;

import java.time.Duration;

/**
 * A product probe may say exactly the same for less than {@code longest}: nothing that is cooled keeps to a thousandth of a
 * degree, so a probe that does has ceased to measure.
 */
public record StuckRule(RuleName name, Severity severity, Duration longest) implements ConditionRule {

    public StuckRule {
        Longest.check(name, longest);
    }

    @Override
    public Cause cause() {
        return Cause.PROBE_STUCK;
    }
}
