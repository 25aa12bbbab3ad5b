package org.gardefroid.edge.uplink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The waits between attempts to connect: each random between nothing and a bound that doubles, so that a thousand agents
 * do not come back in one second.
 */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private Duration bound;

    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
        this.bound = first;
    }

    public Duration next() {
        Duration wait = Duration.ofMillis(random.nextLong(bound.toMillis() + 1));
        Duration doubled = bound.multipliedBy(2);
        bound = doubled.compareTo(longest) < 0 ? doubled : longest;
        return wait;
    }

    /** A connection has lasted: whatever was wrong is over. */
    public void succeeded() {
        bound = first;
    }
}
