package org.gardefroid.alerting;

import java.time.Duration;

/**
 * A door may stand open for {@code longestOpen}, no longer: as WHO PQS's DOOR, which is more than five minutes.
 *
 * <p>Nothing happens while a door stands open, so this rule asks to be woken. Time passes for it only as far as records
 * have come: a door's closing that waits in a box without network is not a door left open.
 */
public record DoorRule(RuleName name, Severity severity, Duration longestOpen) implements ConditionRule {

    public DoorRule {
        if (longestOpen.compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException(name + ": longestOpen must be positive: " + longestOpen);
        }
    }

    @Override
    public Cause cause() {
        return Cause.DOOR_LEFT_OPEN;
    }

    @Override
    public Duration longest() {
        return longestOpen;
    }

    @Override
    public boolean wakes() {
        return true;
    }
}
