package org.gardefroid.alerting;

import java.time.Duration;

/**
 * A door may be opened {@code most} times within {@code within}, and not once more: openings that are few but long, or
 * short but many, warm a fridge alike.
 *
 * @param most 1 to {@value #MOST}
 */
public record DoorCountRule(RuleName name, Severity severity, int most, Duration within) implements ConditionRule {

    static final int MOST = 1_000;

    public DoorCountRule {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException(name + ": most must be 1 to " + MOST + ": " + most);
        }
        Longest.check(name, within);
    }

    @Override
    public Cause cause() {
        return Cause.DOOR_OPENED_OFTEN;
    }
}
