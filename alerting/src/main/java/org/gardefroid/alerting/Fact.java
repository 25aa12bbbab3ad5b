package org.gardefroid.alerting;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was so, for a stretch of time. A fact is found in versions: a later one with the same {@link #id} takes
 * the place of the one before.
 */
public sealed interface Fact
        permits
        Excursion,
        CumulativeExcursion,
        DoorLeftOpen,
        Lasting,
        Unobserved,
        Silence,
        Noticed,
        DoseTimeOver {

    FactId id();

    Cause cause();

    Severity severity();

    /** When it was certain enough to be told: by a reading, an event, or the tick that a rule had asked for. */
    Instant confirmedAt();

    /** Empty while it goes on. */
    Optional<Instant> endedAt();

    /** The key of the text that tells a person of it; the text's parameters are the fact's own fields. */
    String messageKey();

    /** Whether the equipment's records show it, so that judging them once more finds it again. */
    default boolean isOfRecords() {
        return true;
    }

    default boolean isOngoing() {
        return endedAt().isEmpty();
    }
}
