package org.gardefroid.alerting;

import java.time.Duration;
import org.gardefroid.telemetry.Event.BatteryLevel;

/**
 * The battery that the box runs on without mains has {@code lowestPercent} left, or less, or will last for {@code leastLeft}
 * or less: then nobody will see the temperature.
 *
 * @param lowestPercent 0 to 99
 */
public record BatteryRule(RuleName name, Severity severity, int lowestPercent, Duration leastLeft)
        implements
            ConditionRule {

    public BatteryRule {
        if (lowestPercent < 0 || lowestPercent > 99) {
            throw new IllegalArgumentException(name + ": lowestPercent must be 0 to 99: " + lowestPercent);
        }
        if (leastLeft.isNegative() || leastLeft.compareTo(BatteryLevel.MOST_LEFT) > 0) {
            throw new IllegalArgumentException(
                    name + ": leastLeft must be 0 to " + BatteryLevel.MOST_LEFT + ": " + leastLeft);
        }
    }

    boolean holds(BatteryLevel level) {
        return level.percent() <= lowestPercent
                || level.left().filter(left -> left.compareTo(leastLeft) <= 0).isPresent();
    }

    @Override
    public Cause cause() {
        return Cause.BATTERY_LOW;
    }
}
