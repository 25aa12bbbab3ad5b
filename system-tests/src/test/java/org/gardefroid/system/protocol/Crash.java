package org.gardefroid.system.protocol;

/** A program ends here, in the middle of what it was doing. */
final class Crash extends RuntimeException {

    Crash(String message) {
        super(message, null, false, false);
    }
}
