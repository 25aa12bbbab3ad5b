package org.gardefroid.ingest.console.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A fact that the rules found.
 *
 * @param unobserved how much of it nobody saw
 * @param possible out of range on both sides of what nobody saw
 */
public record ExcursionLine(
        String rule,
        String subject,
        Instant since,
        Optional<Instant> endedAt,
        OptionalInt worst,
        Duration unobserved,
        boolean possible) {

    public Cause cause() {
        return Cause.of(rule);
    }

    public Duration length(Instant now) {
        return Duration.between(since, endedAt.orElse(now));
    }
}
