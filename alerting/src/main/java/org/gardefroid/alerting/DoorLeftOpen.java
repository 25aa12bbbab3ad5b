package org.gardefroid.alerting;

import java.time.Instant;
import java.util.Optional;

/** A door or lid that stayed open for longer than the rule allows; {@link FactId#since} is when it was opened. */
public record DoorLeftOpen(FactId id, Severity severity, Instant confirmedAt, Optional<Instant> endedAt)
        implements
            Fact {

    @Override
    public Cause cause() {
        return Cause.DOOR_LEFT_OPEN;
    }

    @Override
    public String messageKey() {
        return "fact." + cause().code();
    }
}
