package org.gardefroid.alerting;

import java.time.Duration;

/**
 * The air, changing as it does, will cross {@code bound} within {@code within}: time to act before it has happened. Once it
 * has, this is over, and the rules of excursions have it.
 *
 * @param over how long a stretch the trend is taken of
 */
public record ForecastRule(RuleName name, Severity severity, Bound bound, Duration within, Duration over)
        implements
            TrendRule {

    public ForecastRule {
        Longest.check(name, within);
        Longest.check(name, over);
    }

    @Override
    public Cause cause() {
        return Cause.BREACH_AHEAD;
    }

    @Override
    public boolean holds(double nowMilliCelsius, double milliCelsiusPerHour) {
        double outwards = bound.isUpper() ? milliCelsiusPerHour : -milliCelsiusPerHour;
        double left = bound.isUpper()
                ? bound.limit().milliCelsius() - nowMilliCelsius
                : nowMilliCelsius - bound.limit().milliCelsius();
        return left > 0 && outwards > 0 && left / outwards * Duration.ofHours(1).toSeconds() <= within.toSeconds();
    }
}
