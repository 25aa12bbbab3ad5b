package org.gardefroid.ingest.console.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.telemetry.ProbePurpose;

/**
 * What a probe said last.
 *
 * @param fault the number of its fault, where that is what it said
 * @param lowest of the last 24 hours, as {@code highest}
 * @param recordInterval how often its device makes a record when nothing happens
 */
public record ProbeNow(
        int id,
        String name,
        ProbePurpose purpose,
        Optional<Instant> measuredAt,
        OptionalInt milliCelsius,
        OptionalInt fault,
        OptionalInt lowest,
        OptionalInt highest,
        Duration recordInterval) {

    private static final Duration SHORTEST_GAP = Duration.ofMinutes(5);

    public boolean product() {
        return purpose == ProbePurpose.PRODUCT;
    }

    /** What is missing for longer was not seen: one record may be lost on its way, and the next one late. */
    public Duration longestGap() {
        return longestGap(recordInterval);
    }

    /** The same of any probe whose device makes a record so often. */
    public static Duration longestGap(Duration recordInterval) {
        Duration three = recordInterval.multipliedBy(3);
        return three.compareTo(SHORTEST_GAP) > 0 ? three : SHORTEST_GAP;
    }
}
