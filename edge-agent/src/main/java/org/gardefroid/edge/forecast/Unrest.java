package org.gardefroid.edge.forecast;

/**
 * What this very box has made of the forecasts so far: one is kept at a time and compared with what came. A box that stands
 * closed in the shade earns a narrower interval, one that is opened over and over a wider one.
 *
 * @param factor of the variances, {@link #LEAST} to {@link #MOST}
 * @param at when the forecast that is kept was made for, in seconds; negative: none is kept
 * @param celsius what it said
 * @param variance that it gave
 */
record Unrest(double factor, double at, double celsius, double variance) {

    static final Unrest USUAL = new Unrest(1, -1, 0, 1);

    static final double LEAST = 0.2;
    static final double MOST = 4;

    /** Long enough for a lid's opening to be seen, short enough to learn from within the hour. */
    private static final double AHEAD_SECONDS = 900;

    /** The last hour counts for about half. */
    private static final double WEIGHT = 0.12;

    Unrest judged(Trend now) {
        if (at < 0) {
            return now.isKnown() ? next(now, factor) : this;
        }
        if (now.at() < at) {
            return this;
        }
        double error = now.celsius() - celsius;
        return next(now, Math.clamp((1 - WEIGHT) * factor + WEIGHT * error * error / variance, LEAST, MOST));
    }

    private static Unrest next(Trend now, double factor) {
        Trend then = now.ahead(AHEAD_SECONDS);
        return new Unrest(factor, then.at(), then.celsius(), then.levelVariance());
    }
}
