package org.gardefroid.edge.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.gardefroid.hardware.PowerSense;
import org.gardefroid.telemetry.Event.BatteryLevel;

/** A battery that is full, and runs down or is charged in ten minutes: fast enough to see each of its warnings. */
final class TrainingBattery implements PowerSense {

    private static final int FULL = 100;
    private static final long MILLIS_A_PERCENT = Duration.ofSeconds(6).toMillis();

    private final InstantSource now;
    private boolean onMains = true;
    private boolean isDraining;
    private int percent = FULL;
    private Instant turned;

    TrainingBattery(InstantSource now) {
        this.now = now;
        this.turned = now.instant();
    }

    synchronized void connect(boolean mains) {
        onMains = mains;
    }

    synchronized void drain(boolean drains) {
        percent = percent();
        turned = now.instant();
        isDraining = drains;
    }

    private int percent() {
        int since = (int) Math.min(FULL, Duration.between(turned, now.instant()).toMillis() / MILLIS_A_PERCENT);
        return Math.clamp((long) percent + (isDraining ? -since : since), 0, FULL);
    }

    @Override
    public synchronized boolean isOnMains() {
        return onMains;
    }

    @Override
    public synchronized Optional<BatteryLevel> battery() {
        return Optional.of(new BatteryLevel(percent(), Optional.empty()));
    }
}
