package org.gardefroid.hardware.simulated;

import java.time.Instant;

/** What is done to an equipment from outside, at each time. */
public interface Surroundings {

    Instant start();

    boolean isDoorOpen(Instant at);

    boolean isMachineOff(Instant at);

    /** The temperature around the equipment, in °C. */
    double ambient(Instant at);

    /** Whether the ice packs keep nothing cold any more: melted, or left at home. */
    default boolean isIceGone(Instant at) {
        return false;
    }
}
