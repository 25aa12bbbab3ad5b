package org.gardefroid.edge.clock;

import java.time.Instant;
import org.gardefroid.telemetry.BootId;

/** The machine's own clocks. */
public interface Machine {

    BootId boot();

    /** Since boot, whether or not the machine slept; never goes back. */
    long monotonicMillis();

    /** Whatever the machine believes. */
    Instant wall();

    void sleepMillis(long millis) throws InterruptedException;
}
