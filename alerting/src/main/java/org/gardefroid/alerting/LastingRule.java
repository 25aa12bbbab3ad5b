package org.gardefroid.alerting;

import java.time.Duration;
import java.util.Set;

/**
 * The mains may be off, the vials not upright, a probe faulty for less than {@code longest}, as their events and readings
 * say.
 *
 * @param cause one of {@link #CAUSES}
 * @param longest reached exactly is reached, as WHO PQS's 24 hours without usable power (POWR)
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
