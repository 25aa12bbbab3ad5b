package org.gardefroid.hardware.signal;

import org.gardefroid.hardware.port.DigitalOutput;

/**
 * A dry contact for the building's own alarm. The coil holds while all is well: without power, without a program, with the
 * wire cut, it falls, and the other side hears of it.
 */
public record AlarmRelay(DigitalOutput coil) {

    public void alarm(boolean isAlarm) {
        coil.set(!isAlarm);
    }
}
