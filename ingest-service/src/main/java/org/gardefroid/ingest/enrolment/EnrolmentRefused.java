package org.gardefroid.ingest.enrolment;

/** What an operator cannot do with a device, as {@code device.refused.…} says it. */
public final class EnrolmentRefused extends RuntimeException {

    private final String reason;
    private final String value;

    EnrolmentRefused(String reason, String value) {
        super(reason + ": " + value);
        this.reason = reason;
        this.value = value;
    }

    public String reason() {
        return reason;
    }

    public String value() {
        return value;
    }
}
