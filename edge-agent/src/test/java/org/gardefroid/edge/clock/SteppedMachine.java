package org.gardefroid.edge.clock;

import java.time.Duration;
import java.time.Instant;
import org.gardefroid.telemetry.BootId;

/** A machine on which time passes when somebody sleeps, and when the test says so. */
final class SteppedMachine implements Machine {

    private Instant wall;
    private long monotonicMillis = 5_000;

    SteppedMachine(Instant wall) {
        this.wall = wall;
    }

    void pass(Duration time) {
        wall = wall.plus(time);
        monotonicMillis += time.toMillis();
    }

    @Override
    public BootId boot() {
        return new BootId("boot-1");
    }

    @Override
    public long monotonicMillis() {
        return monotonicMillis;
    }

    @Override
    public Instant wall() {
        return wall;
    }

    @Override
    public void sleepMillis(long millis) {
        pass(Duration.ofMillis(millis));
    }
}
