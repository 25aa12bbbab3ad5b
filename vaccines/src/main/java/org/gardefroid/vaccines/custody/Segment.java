package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of a container's life in one place at one temperature.
 *
 * @param to not included; the same as {@code from} for a reading that nothing is known of the time after
 * @param seen empty where nobody measured
 * @param ageing how fast a product ages at it, for the mean kinetic temperature alone; 0 where nobody measured
 */
public record Segment(Instant from, Instant to, Place place, Optional<Span> seen, double ageing) {

    static Segment unobserved(Instant from, Instant to, Place place) {
        return new Segment(from, to, place, Optional.empty(), 0);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    Interval time() {
        return Interval.exactly(length());
    }
}
