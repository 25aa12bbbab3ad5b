package org.gardefroid.hardware.port;

import java.util.ArrayList;
import java.util.List;

/** A pin made of a list: it can be moved, and remembers what it was set to. */
public final class Pin implements DigitalInput, DigitalOutput, Pwm {

    private final List<Listener> listeners = new ArrayList<>();
    private final List<Integer> tones = new ArrayList<>();
    private boolean high;

    public Pin(boolean high) {
        this.high = high;
    }

    @Override
    public boolean isHigh() {
        return high;
    }

    @Override
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void set(boolean level) {
        high = level;
    }

    @Override
    public void tone(int hertz) {
        tones.add(hertz);
    }

    /** Moves it from outside. */
    public void move(boolean level, long atMillis) {
        high = level;
        listeners.forEach(each -> each.changed(level, atMillis * 1_000_000));
    }

    public List<Integer> tones() {
        return List.copyOf(tones);
    }
}
