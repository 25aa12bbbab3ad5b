package org.gardefroid.edge.forecast;

import java.time.Duration;
import java.util.Optional;
import org.gardefroid.telemetry.Temperature;

/**
 * For how long a product probe stays in range if nothing else happens to the box.
 *
 * @param atLeast it is still in range then with a probability of some 95 in 100; {@link #FARTHEST} means at least that
 * @param likely when it will be out; empty if not within {@link #FARTHEST}
 * @param warmer whether it will be out on the warm side
 */
public record Forecast(Duration atLeast, Optional<Duration> likely, boolean warmer) {

    /** Farther than this nothing is said: nobody knows how much ice is left. */
    public static final Duration FARTHEST = Duration.ofHours(4);

    private static final Duration STEP = Duration.ofMinutes(1);

    /** Of a normal distribution, 90 in 100 lie within, 5 on each side. */
    static final double DEVIATIONS = 1.645;

    /** Where the temperature will be, as an interval. */
    public record Interval(double lowest, double middle, double highest) {

        public boolean contains(double celsius) {
            return celsius >= lowest && celsius <= highest;
        }
    }

    public static Interval at(Trend trend, Duration horizon) {
        Trend then = trend.ahead((double) horizon.toSeconds());
        double half = DEVIATIONS * then.deviation();
        return new Interval(then.celsius() - half, then.celsius(), then.celsius() + half);
    }

    /** Nothing while too little was seen to say anything. */
    public static Optional<Forecast> of(Trend trend, Temperature lowest, Temperature highest) {
        if (!trend.isKnown()) {
            return Optional.empty();
        }
        double coldest = lowest.milliCelsius() / 1_000.0;
        double warmest = highest.milliCelsius() / 1_000.0;
        Optional<Duration> atLeast = Optional.empty();
        Optional<Duration> likely = Optional.empty();
        boolean warmer = trend.slope() >= 0;
        for (Duration horizon = Duration.ZERO; horizon.compareTo(FARTHEST) <= 0
                && likely.isEmpty(); horizon = horizon.plus(STEP)) {
            Interval then = at(trend, horizon);
            if (atLeast.isEmpty() && (then.highest() > warmest || then.lowest() < coldest)) {
                atLeast = Optional.of(horizon);
                warmer = then.highest() - warmest > coldest - then.lowest();
            }
            if (then.middle() > warmest || then.middle() < coldest) {
                likely = Optional.of(horizon);
            }
        }
        return Optional.of(new Forecast(atLeast.orElse(FARTHEST), likely, warmer));
    }
}
