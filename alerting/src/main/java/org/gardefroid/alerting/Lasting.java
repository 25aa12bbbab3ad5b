package org.gardefroid.alerting;

import java.time.Instant;
import java.util.Optional;

/** Something that was so for longer than a rule allows; {@link FactId#since} is when it began. */
public record Lasting(FactId id, Cause cause, Severity severity, Instant confirmedAt, Optional<Instant> endedAt)
        implements
            Fact {

    /** What is said of doses comes of more than an equipment's records. */
    @Override
    public boolean isOfRecords() {
        return cause != Cause.DOSES_HELD && cause != Cause.BUDGET_SPENDING;
    }

    @Override
    public String messageKey() {
        return "fact." + cause.code();
    }
}
