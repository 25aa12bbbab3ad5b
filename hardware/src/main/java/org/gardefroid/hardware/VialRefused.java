package org.gardefroid.hardware;

/**
 * What was read and may not be opened: said before the dose is given.
 *
 * @param what the lot, product or last day that speaks against it, for a person to compare with what is in the hand
 */
public record VialRefused(Reason reason, String what) {

    /** Why. */
    public enum Reason {
        UNREADABLE, UNKNOWN_PRODUCT, WRONG_LOT, EXPIRED, STEP_UNKNOWN, OPENED_ELSEWHERE, OPENED_BEFORE
    }
}
