package org.gardefroid.alerting;

import java.time.Instant;
import java.util.Optional;

/** Nothing was heard of an equipment for too long; {@link FactId#since} is when it was last heard, by our clock. */
public record Silence(FactId id, Severity severity, Instant confirmedAt, Optional<Instant> endedAt) implements Fact {

    @Override
    public Cause cause() {
        return Cause.SILENT;
    }

    @Override
    public boolean isOfRecords() {
        return false;
    }

    @Override
    public String messageKey() {
        return "fact." + cause().code();
    }
}
