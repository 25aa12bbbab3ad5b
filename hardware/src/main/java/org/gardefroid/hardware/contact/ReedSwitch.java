package org.gardefroid.hardware.contact;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.gardefroid.hardware.DoorContact;
import org.gardefroid.hardware.port.DigitalInput;

/**
 * A reed switch that the magnet of a closed door closes to ground, with a pull-up: an open door and a cut wire both read
 * high, so a cable that is torn off is a door left open, and never a door that is shut.
 */
public final class ReedSwitch implements DoorContact {

    /** A lid that falls shut bounces for some hundredths of a second; the contact itself for less than one. */
    public static final Duration STABLE = Duration.ofMillis(50);

    private final Debounce debounce;
    private final LongSupplier nanoTime;

    public ReedSwitch(DigitalInput input, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.debounce = new Debounce(STABLE, input.isHigh(), nanoTime.getAsLong());
        input.listen((isHigh, at) -> {
            synchronized (debounce) {
                debounce.changed(isHigh, at);
            }
        });
    }

    @Override
    public boolean isOpen() {
        synchronized (debounce) {
            return debounce.level(nanoTime.getAsLong());
        }
    }
}
