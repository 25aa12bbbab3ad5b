package org.gardefroid.hardware.simulated;

import java.time.Instant;

/** What is done to an equipment from outside, at each time. */
interface Surroundings {

    Instant start();

    boolean isDoorOpen(Instant at);

    boolean isMachineOff(Instant at);

    /** The temperature around the equipment, in °C. */
    double ambient(Instant at);
}
