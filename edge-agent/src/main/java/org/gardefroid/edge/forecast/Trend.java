package org.gardefroid.edge.forecast;

import java.time.Duration;
import java.util.Optional;

/**
 * How a product probe's temperature moves: its level and its slope, each with its variance, told by one temperature after
 * the other (a Kalman filter of two states). The slope dies away, as that of every body does on its way to an asymptote; and
 * it wanders, because lids are opened and ice ends.
 *
 * <p>Pure: times are monotonic seconds. A pause of more than {@link #LONGEST_PAUSE} begins anew.
 *
 * @param at seconds, of the last temperature
 * @param celsius level
 * @param slope in °C per second
 * @param levelVariance in °C²
 * @param covariance of the two
 * @param slopeVariance in °C²/s²
 * @param unrest how much more or less than the usual box this one has done of late
 */
public record Trend(
        double at,
        double began,
        double celsius,
        double slope,
        double levelVariance,
        double covariance,
        double slopeVariance,
        Unrest unrest) {

    static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** Before so much has been seen, a slope is a guess. */
    static final Duration SHORTEST_SEEN = Duration.ofMinutes(5);

    /** The slope's relaxation: of the order of a loaded cool box's own time constant, two to ten hours. */
    static final double SLOPE_LASTS_SECONDS = 3 * 3_600;

    /** How much a slope wanders: about 1.2 °C per hour in an hour, in °C²/s³. Chosen by the study's other seeds. */
    static final double SLOPE_WANDERS = 3.0e-11;

    /** What a level does beside its slope, in °C²/s: a lid's opening is over before it is a slope. Chosen likewise. */
    private static final double LEVEL_WANDERS = 5.0e-5;

    /** A DS18B20's noise and its steps of 1/16 °C together, in °C². */
    private static final double MEASUREMENT_VARIANCE = 0.05 * 0.05;

    /** Nothing is known of the first slope but that it is below some degrees an hour. */
    private static final double FIRST_SLOPE_VARIANCE = Math.pow(4.0 / 3_600, 2);

    static Trend first(double at, double celsius) {
        return new Trend(at, at, celsius, 0, MEASUREMENT_VARIANCE, 0, FIRST_SLOPE_VARIANCE, Unrest.USUAL);
    }

    /** One more temperature; what is not later than the last changes nothing. */
    public static Trend step(Optional<Trend> before, double at, double celsius) {
        if (before.isEmpty() || at - before.get().at > LONGEST_PAUSE.toSeconds()) {
            return first(at, celsius);
        }
        return at > before.get().at
                ? before.get().ahead(at - before.get().at).corrected(celsius).judged()
                : before.get();
    }

    /** Where it will be after {@code seconds}, with the variances that it will have then. */
    Trend ahead(double seconds) {
        double stays = Math.exp(-seconds / SLOPE_LASTS_SECONDS);
        double moves = SLOPE_LASTS_SECONDS * (1 - stays);
        double level = levelVariance + 2 * moves * covariance + moves * moves * slopeVariance
                + SLOPE_WANDERS * seconds * seconds * seconds / 3 + LEVEL_WANDERS * seconds;
        double both = stays * (covariance + moves * slopeVariance) + SLOPE_WANDERS * seconds * seconds / 2;
        return new Trend(at + seconds, began, celsius + slope * moves, slope * stays, level, both,
                stays * stays * slopeVariance + SLOPE_WANDERS * seconds, unrest);
    }

    private Trend corrected(double measured) {
        double weight = 1 / (levelVariance + MEASUREMENT_VARIANCE);
        double gain = levelVariance * weight;
        double slopeGain = covariance * weight;
        double error = measured - celsius;
        return new Trend(at, began, celsius + gain * error, slope + slopeGain * error, levelVariance * (1 - gain),
                covariance * (1 - gain), slopeVariance - slopeGain * covariance, unrest);
    }

    private Trend judged() {
        return new Trend(at, began, celsius, slope, levelVariance, covariance, slopeVariance, unrest.judged(this));
    }

    boolean isKnown() {
        return at - began >= SHORTEST_SEEN.toSeconds();
    }

    double deviation() {
        return Math.sqrt(levelVariance * unrest.factor());
    }
}
