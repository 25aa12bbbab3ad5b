package org.gardefroid.alerting;

/** How much a fact matters, least first. */
public enum Severity {
    /** Shown and kept; raises no alarm. */
    NOTE,
    /** A person should look. */
    WARNING,
    /** A person must act. */
    CRITICAL;

    public boolean isWorseThan(Severity other) {
        return compareTo(other) > 0;
    }

    static Severity worst(Severity a, Severity b) {
        return a.isWorseThan(b) ? a : b;
    }
}
