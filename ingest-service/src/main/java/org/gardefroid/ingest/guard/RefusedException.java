package org.gardefroid.ingest.guard;

/** The database refuses what it was given, and would do so again: a value, not the weather, is the cause. */
public final class RefusedException extends RuntimeException {

    public RefusedException(String message) {
        super(message);
    }

    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
