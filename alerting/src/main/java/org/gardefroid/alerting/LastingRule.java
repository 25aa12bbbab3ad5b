package org.gardefroid.alerting;

import java.time.Duration;
import java.util.Set;

/**
 * The mains may be off, the vials not upright for {@code longest}, no longer, as their events say; a probe may be faulty for
 * less than that, as its readings say.
 *
 * @param cause one of {@link #CAUSES}
 * @param longest as WHO PQS's POWR, which is no usable power for more than 24 hours
 */
public record LastingRule(RuleName name, Severity severity, Cause cause, Duration longest) implements ConditionRule {

    static final Set<Cause> CAUSES = Set.of(Cause.MAINS_OFF, Cause.NOT_UPRIGHT, Cause.PROBE_FAULT);

    public LastingRule {
        if (!CAUSES.contains(cause)) {
            throw new IllegalArgumentException(name + ": nothing that lasts: " + cause.code());
        }
        Longest.check(name, longest);
    }

    /** A probe's faults are readings: only they say that it is still faulty. */
    @Override
    public boolean wakes() {
        return cause != Cause.PROBE_FAULT;
    }
}
