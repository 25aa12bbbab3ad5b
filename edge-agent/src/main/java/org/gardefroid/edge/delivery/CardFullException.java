package org.gardefroid.edge.delivery;

/** Nothing more fits on the card, and nothing of what was to be written is there. */
public final class CardFullException extends RuntimeException {

    public CardFullException(String message) {
        super(message);
    }

    public CardFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
