package org.gardefroid.hardware.signal;

import java.time.Duration;
import org.gardefroid.hardware.StatusLight;
import org.gardefroid.hardware.port.DigitalOutput;

/**
 * Red and green in one lens, common cathode; amber is both. Dark means that nobody watches.
 *
 * <p>Each pin triggers one half of a 74HC123, whose output lights the lamp: low is dark at once, and a rising edge shines for
 * two to three seconds and no longer, whatever the pin does then. So a machine that stands still goes dark by itself. A
 * program whose loop hangs does so without that chip too.
 */
public final class TricolourLight implements StatusLight {

    private final DigitalOutput red;
    private final DigitalOutput green;
    private final DeadMan loop;

    public TricolourLight(DigitalOutput red, DigitalOutput green) {
        this(red, green, LONGEST_PULSE);
    }

    TricolourLight(DigitalOutput red, DigitalOutput green, Duration longest) {
        this.red = red;
        this.green = green;
        this.loop = new DeadMan("light", longest, this::dark);
    }

    @Override
    public void pulse(Colour colour) {
        loop.lives();
        trigger(red, colour != Colour.GREEN);
        trigger(green, colour != Colour.RED);
    }

    /** Low first: only an edge that rises shines on. */
    private static void trigger(DigitalOutput pin, boolean shines) {
        synchronized (pin) {
            pin.set(false);
            if (shines) {
                pin.set(true);
            }
        }
    }

    @Override
    public void dark() {
        trigger(red, false);
        trigger(green, false);
    }
}
