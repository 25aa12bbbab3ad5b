package org.gardefroid.telemetry.wire;

import org.gardefroid.telemetry.Rejection;

/** Carries a refusal out of the depth of a decoder to its own boundary, where it becomes a value; never leaves this package. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final Rejection reason;

    Refusal(Rejection reason, String detail) {
        super(detail, null, false, false); // no stack trace: what a stranger sends must not cost us one
        this.reason = reason;
    }

    static Refusal malformed(String detail) {
        return new Refusal(Rejection.MALFORMED, detail);
    }

    <T> Decoded<T> asValue() {
        return new Decoded.Refused<>(reason, String.valueOf(getMessage()));
    }
}
