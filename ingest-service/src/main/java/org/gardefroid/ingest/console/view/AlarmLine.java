package org.gardefroid.ingest.console.view;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** An alarm in a list. */
public record AlarmLine(
        long id,
        int equipment,
        String equipmentFr,
        String equipmentEn,
        String rule,
        boolean coldChain,
        boolean critical,
        Instant since,
        Instant raisedAt,
        Optional<Instant> acknowledgedAt,
        Optional<String> acknowledgedBy,
        Optional<Instant> clearedAt,
        OptionalInt worst) {

    public boolean isGoingOn() {
        return clearedAt.isEmpty();
    }

    public Cause cause() {
        return Cause.of(rule);
    }
}
