package org.gardefroid.ingest.console.view;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a probe said last.
 *
 * @param fault the number of its fault, where that is what it said
 * @param lowest of the last 24 hours, as {@code highest}
 */
public record ProbeNow(
        int id,
        String name,
        boolean product,
        Optional<Instant> measuredAt,
        OptionalInt milliCelsius,
        OptionalInt fault,
        OptionalInt lowest,
        OptionalInt highest) {}
