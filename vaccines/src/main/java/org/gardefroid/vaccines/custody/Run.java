package org.gardefroid.vaccines.custody;

import java.time.Instant;

/**
 * Readings of one place, none farther from the next than the longest gap, at temperatures between which no profile makes
 * a difference: months of a quiet fridge are a few of these, and are judged as if each reading were there.
 *
 * @param to the last reading's time
 * @param ageing how fast a product ages here, as {@code MeanKineticTemperature} counts it: the mean over its time
 */
public record Run(PlaceId where, Instant from, Instant to, Span seen, double ageing) {

    public Run {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a run must not end before it begins: " + from + " to " + to);
        }
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }
}
