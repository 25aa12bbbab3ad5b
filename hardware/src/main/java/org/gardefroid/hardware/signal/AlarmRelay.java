package org.gardefroid.hardware.signal;

import java.time.Duration;
import org.gardefroid.hardware.port.DigitalOutput;

/**
 * A dry contact for the building's own alarm. The coil holds while somebody says that all is well: without power, without a
 * program, with the wire cut, with a loop that hangs, it falls, and the other side hears of it.
 */
public final class AlarmRelay {

    /** Longer than any turn of a loop that still turns. */
    public static final Duration LONGEST_HOLD = Duration.ofSeconds(10);

    private final DigitalOutput coil;
    private final DeadMan loop;

    public AlarmRelay(DigitalOutput coil) {
        this(coil, LONGEST_HOLD);
    }

    AlarmRelay(DigitalOutput coil, Duration longest) {
        this.coil = coil;
        this.loop = new DeadMan("relay", longest, () -> set(false));
    }

    public void alarm(boolean isAlarm) {
        loop.lives();
        set(!isAlarm);
    }

    private void set(boolean holds) {
        synchronized (coil) {
            coil.set(holds);
        }
    }
}
