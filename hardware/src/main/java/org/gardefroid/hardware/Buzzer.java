package org.gardefroid.hardware;

import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.ProbeFault;

/** A buzzer that is either on or off. */
public interface Buzzer {

    /** So long on and then so long off, in milliseconds: on 1 to 5,000, off 0 to 5,000. */
    record Beep(int onMillis, int offMillis) {

        private static final int LONGEST_MILLIS = 5_000;

        public Beep {
            if (onMillis < 1 || onMillis > LONGEST_MILLIS || offMillis < 0 || offMillis > LONGEST_MILLIS) {
                throw new IllegalArgumentException("a beep is 1 to 5000 ms on and 0 to 5000 ms off: " + onMillis
                        + " and " + offMillis);
            }
        }
    }

    /** Begins to play them and returns at once; what still plays is cut off. */
    void play(List<Beep> beeps);

    /** Why it cannot be heard; empty while all is well. */
    default Optional<ProbeFault> fault() {
        return Optional.empty();
    }
}
