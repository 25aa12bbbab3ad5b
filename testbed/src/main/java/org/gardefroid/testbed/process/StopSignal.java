package org.gardefroid.testbed.process;

/** The signal that asks a program to end in order. */
public enum StopSignal {
    TERMINATE("TERM"),
    /** PostgreSQL waits for its clients to leave on SIGTERM and ends their sessions on this one. */
    INTERRUPT("INT");

    private final String shortName;

    StopSignal(String shortName) {
        this.shortName = shortName;
    }

    /** As {@code kill} and {@code setpriv} spell it. */
    String shortName() {
        return shortName;
    }
}
