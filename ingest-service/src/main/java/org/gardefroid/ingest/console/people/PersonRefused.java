package org.gardefroid.ingest.console.people;

/** What cannot be done with a person, as {@code person.refused.…} says it. */
public final class PersonRefused extends RuntimeException {

    private final String reason;
    private final String value;

    public PersonRefused(String reason, String value) {
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
