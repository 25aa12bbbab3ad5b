package org.gardefroid.alerting;

import java.time.Instant;
import java.util.Optional;

/**
 * Something about the watching that our own clock shows, or when something arrives: no record's to say, and never replayed.
 */
public record Noticed(FactId id, Cause cause, Severity severity, Instant confirmedAt, Optional<Instant> endedAt)
        implements
            Fact {

    @Override
    public String messageKey() {
        return "fact." + cause.code();
    }

    @Override
    public boolean isOfRecords() {
        return false;
    }

    Noticed ended(Instant at) {
        return new Noticed(id, cause, severity, confirmedAt, Optional.of(at));
    }
}
