package org.gardefroid.system.protocol;

/** The protocol did what it must never do. */
final class Violation extends RuntimeException {

    Violation(String message) {
        super(message);
    }
}
