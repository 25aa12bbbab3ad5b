package org.gardefroid.ingest.guard;

/** Another instance has taken a lease that this one believed to hold. What it was about to store is not stored. */
public final class LeaseLostException extends RuntimeException {

    public LeaseLostException(String message) {
        super(message);
    }

    public LeaseLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
