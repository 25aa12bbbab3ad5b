package org.gardefroid.alerting;

import java.time.Duration;

/** A rule on how fast an air probe's temperature changes. */
public sealed interface TrendRule extends ConditionRule permits RateRule, ForecastRule {

    /** How long a stretch the trend is taken of. */
    Duration over();

    /**
     * Whether it is so.
     *
     * @param nowMilliCelsius where the trend stands now, in thousandths of a degree
     * @param milliCelsiusPerHour how it changes
     * @param isSo whether it was so until now: what wavers at a limit is one fact
     */
    boolean holds(double nowMilliCelsius, double milliCelsiusPerHour, boolean isSo);
}
