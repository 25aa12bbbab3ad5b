package org.gardefroid.alerting;

import java.time.Duration;

/**
 * The box was struck: somebody has to look at the vials. Each blow within {@code quiet} of the one before is part of the same,
 * so that a bad road is one alarm.
 */
public record ShockRule(RuleName name, Severity severity, Duration quiet) implements ConditionRule {

    public ShockRule {
        Longest.check(name, quiet);
    }

    @Override
    public Cause cause() {
        return Cause.STRUCK;
    }
}
