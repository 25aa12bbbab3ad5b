package org.gardefroid.edge.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** For how long it is waited that something moves: longer after each time that nothing did. */
final class Patience {

    static final long NEVER = Long.MAX_VALUE;

    private final DeliverySettings settings;
    private final RandomGenerator random;
    private Duration patience;
    private long runsOutAtMillis = NEVER;

    Patience(DeliverySettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
        this.patience = settings.patience();
    }

    /** There is no reason any more to be more patient than usual. */
    void recover() {
        patience = settings.patience();
    }

    void beginToWait(long nowMillis) {
        runsOutAtMillis = later(nowMillis, patience);
    }

    /** It has run out, and next time it is waited longer: what is slow must not be asked more for it. */
    void ranOut() {
        Duration twice = patience.multipliedBy(2);
        patience = twice.compareTo(settings.longestPatience()) < 0 ? twice : settings.longestPatience();
    }

    long runsOutAtMillis() {
        return runsOutAtMillis;
    }

    /** Between the wait and half as much again, so that a thousand agents do not act in step. */
    long later(long nowMillis, Duration wait) {
        return nowMillis + wait.toMillis() + random.nextLong(wait.toMillis() / 2 + 1);
    }
}
