package org.gardefroid.alerting;

/** How much of an excursion was seen. */
public enum Certainty {
    /** The rule's whole delay was seen to pass out of range, without a break. */
    OBSERVED,
    /** Out of range before and after a stretch that nobody saw; told as possible. */
    POSSIBLE
}
