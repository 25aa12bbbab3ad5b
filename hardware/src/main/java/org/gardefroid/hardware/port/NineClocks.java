package org.gardefroid.hardware.port;

import java.util.function.BooleanSupplier;

/**
 * Frees an I²C bus from a chip that was interrupted in the middle of a byte and holds the data line: it lets go after nine
 * clock pulses at most (I²C specification UM10204, section 3.1.16).
 *
 * @param data whether the data line is high
 */
public record NineClocks(DigitalOutput clock, BooleanSupplier data, Pause pause) {

    private static final int PULSES = 9;

    /** @throws BusException if the line is held all the same: a short circuit, or a chip that only power-off frees */
    public void release() throws BusException {
        for (int pulse = 0; pulse < PULSES && !data.getAsBoolean(); pulse++) {
            clock.set(false);
            pause.millis(1); // slow enough for every chip
            clock.set(true);
            pause.millis(1);
        }
        if (!data.getAsBoolean()) {
            throw BusException.locked("I2C data line");
        }
    }
}
