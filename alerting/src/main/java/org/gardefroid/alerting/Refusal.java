package org.gardefroid.alerting;

/** Why something cannot be done to an alarm now. */
public enum Refusal {
    /** Somebody did it before: of two who answer at once, one is first. */
    ALREADY_ACKNOWLEDGED,
    /** Nobody has answered it; closing it would hide that. */
    NOT_ACKNOWLEDGED,
    /** What it tells of goes on. */
    STILL_RUNNING,
    /** It is closed only with its cause and what was done. */
    CAUSE_OR_ACTION_MISSING,
    /** It is closed, for good. */
    CLOSED,
    /** It was taken back. */
    WITHDRAWN
}
