package org.gardefroid.ingest.guard;

/** The database cannot be reached, or did not answer: the same group is to be tried again, later. */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
