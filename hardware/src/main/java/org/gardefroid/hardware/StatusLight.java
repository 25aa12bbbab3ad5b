package org.gardefroid.hardware;

import java.time.Duration;

/**
 * A light that has to be told again and again: it goes dark by itself, in hardware, once nobody has told it for
 * {@link #LONGEST_PULSE}. So a program that hangs, or is gone, cannot go on saying <i>good</i>.
 */
public interface StatusLight {

    /** A loop of one second may miss one turn, not three. */
    Duration LONGEST_PULSE = Duration.ofSeconds(3);

    /** What it can shine in. */
    enum Colour {
        GREEN, AMBER, RED
    }

    /** Shines so until told otherwise, and for {@link #LONGEST_PULSE} at most. Returns at once. */
    void pulse(Colour colour);

    void dark();
}
