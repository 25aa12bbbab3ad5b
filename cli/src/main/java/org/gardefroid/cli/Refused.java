package org.gardefroid.cli;

/** A command cannot be carried out as given; the message is for the person who gave it, and says what to do. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }
}
