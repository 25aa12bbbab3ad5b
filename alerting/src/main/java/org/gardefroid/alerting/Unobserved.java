package org.gardefroid.alerting;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch for which a probe has no temperature: silence or faults. Neither good nor bad; {@link FactId#since} is the
 * last temperature before it, and {@code endedAt} the first after.
 */
public record Unobserved(FactId id, Instant confirmedAt, Optional<Instant> endedAt) implements Fact {

    /** Not a rule that can be turned off: what was not seen is always told. */
    static final RuleName RULE = new RuleName("unobserved");

    @Override
    public Cause cause() {
        return Cause.UNOBSERVED;
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public String messageKey() {
        return "fact." + cause().code();
    }
}
