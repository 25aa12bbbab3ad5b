package org.gardefroid.hardware.contact;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.gardefroid.hardware.PushButton;
import org.gardefroid.hardware.port.DigitalInput;

/** A push button to ground, with a pull-up. A press counts once, however long it lasts; one that was held at start does not. */
public final class Button implements PushButton {

    /** Short enough for a quick finger, long enough for a worn contact. */
    public static final Duration STABLE = Duration.ofMillis(30);

    private final Debounce debounce;
    private final LongSupplier nanoTime;

    public Button(DigitalInput input, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.debounce = new Debounce(STABLE, !input.isHigh(), nanoTime.getAsLong());
        input.listen((isHigh, at) -> {
            synchronized (debounce) {
                debounce.changed(!isHigh, at);
            }
        });
    }

    @Override
    public int pressesSinceLastAsked() {
        synchronized (debounce) {
            return debounce.risesSinceLastAsked(nanoTime.getAsLong());
        }
    }
}
