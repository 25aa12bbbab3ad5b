package org.gardefroid.bench;

/**
 * Lets a message go when its time has come. One for each connection, each with its share of the whole pace; a connection that
 * was held up catches up, so that what was not kept up shows in the end.
 */
final class Pace {

    private final double perSecond;
    private final long beganNanos;
    private long gone;

    /** @param perSecond 0 for no pace at all */
    Pace(double perSecond, long beganNanos) {
        this.perSecond = perSecond;
        this.beganNanos = beganNanos;
    }

    boolean mayGo() {
        return perSecond == 0 || gone < (System.nanoTime() - beganNanos) * perSecond / 1e9;
    }

    void gone() {
        gone++;
    }
}
