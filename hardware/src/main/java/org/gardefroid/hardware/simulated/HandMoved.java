package org.gardefroid.hardware.simulated;

import java.time.Instant;

/**
 * Surroundings that somebody moves by hand while they are looked at: what is set counts from the next question on, and the
 * past cannot be asked for again. For training; a test that must be repeated has a {@link Scenario}.
 */
public final class HandMoved implements Surroundings {

    private final Instant start;
    private volatile boolean doorOpen;
    private volatile boolean iceGone;
    private volatile double ambient = Scenario.USUAL_AMBIENT_CELSIUS;

    public HandMoved(Instant start) {
        this.start = start;
    }

    public void openDoor(boolean open) {
        doorOpen = open;
    }

    public void meltIce(boolean gone) {
        iceGone = gone;
    }

    /** @param celsius −40 to 60 */
    public void putAt(double celsius) {
        if (!(celsius >= -40 && celsius <= 60)) {
            throw new IllegalArgumentException("surroundings are at -40 to 60 °C: " + celsius);
        }
        ambient = celsius;
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public boolean isDoorOpen(Instant at) {
        return doorOpen;
    }

    @Override
    public boolean isMachineOff(Instant at) {
        return false;
    }

    @Override
    public double ambient(Instant at) {
        return ambient;
    }

    @Override
    public boolean isIceGone(Instant at) {
        return iceGone;
    }
}
