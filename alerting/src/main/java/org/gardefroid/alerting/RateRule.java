package org.gardefroid.alerting;

import java.time.Duration;

/**
 * The air may change by {@code mostMilliCelsiusPerHour}, up or down, and no faster: a lid left ajar, a compressor that
 * failed, long before a buffered probe says so. It condemns nothing.
 *
 * @param over how long a stretch the trend is taken of
 */
public record RateRule(RuleName name, Severity severity, int mostMilliCelsiusPerHour, Duration over)
        implements
            TrendRule {

    public RateRule {
        if (mostMilliCelsiusPerHour <= 0) {
            throw new IllegalArgumentException(
                    name + ": most must be positive: " + mostMilliCelsiusPerHour + " m°C an hour");
        }
        Longest.check(name, over);
    }

    @Override
    public Cause cause() {
        return Cause.CHANGING_FAST;
    }

    @Override
    public boolean holds(double nowMilliCelsius, double milliCelsiusPerHour, boolean isSo) {
        return Math.abs(milliCelsiusPerHour) > mostMilliCelsiusPerHour;
    }
}
