package org.gardefroid.cli;

/** A command cannot be carried out as given; the message is for the person who gave it, and says what to do. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
