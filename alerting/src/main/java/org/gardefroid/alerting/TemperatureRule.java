package org.gardefroid.alerting;

/** A rule that judges each temperature of each product probe by itself. */
public sealed interface TemperatureRule extends Rule permits ExcursionRule, CumulativeRule {

    /** What a temperature must be beyond to count. */
    Bound bound();
}
