package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a lot brings with it.
 *
 * @param thawedAt when it was thawed, if that was before
 * @param openingExposure what it has been through; empty if nobody said (<i>budget antérieur inconnu</i>)
 */
public record Arrival(Optional<Integer> doses, Optional<Instant> thawedAt, Optional<List<Spent>> openingExposure) {

    public static final Arrival UNSAID = new Arrival(Optional.empty(), Optional.empty(), Optional.empty());

    /** Minutes at temperatures within {@code seen}, before the record begins. */
    public record Spent(Span seen, Interval time) {}
}
