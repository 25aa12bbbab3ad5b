package org.gardefroid.alerting;

import java.time.Duration;

/** A rule that something may be so for a while, and no longer. */
public sealed interface ConditionRule extends Rule
        permits
        DoorRule,
        DoorCountRule,
        LastingRule,
        StuckRule,
        DisagreementRule,
        TrendRule,
        BatteryRule,
        ShockRule {

    /** What is so. */
    Cause cause();

    /**
     * For how long it may be. What {@link #wakes} may be for exactly so long, and has to last longer; of what only readings
     * show, reached exactly is reached. What does not say is so at once.
     */
    default Duration longest() {
        return Duration.ZERO;
    }

    /**
     * Whether time alone confirms it, by a tick, until the opposite is heard of: a door that was opened stays open. What
     * only readings show is confirmed by readings only.
     */
    default boolean wakes() {
        return false;
    }
}
