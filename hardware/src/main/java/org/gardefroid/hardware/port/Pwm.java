package org.gardefroid.hardware.port;

/** A pin that is driven with a square wave. */
public interface Pwm {

    /** @param hertz 1 to 20,000, half of each period high; 0 is silence */
    void tone(int hertz);
}
