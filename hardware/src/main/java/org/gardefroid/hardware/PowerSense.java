package org.gardefroid.hardware;

import java.util.Optional;
import org.gardefroid.telemetry.Event.BatteryLevel;
import org.gardefroid.telemetry.ProbeFault;

/** Whether the mains are there. */
public interface PowerSense {

    boolean isOnMains();

    /** What is left in the battery; empty where there is none, or nothing that measures it. */
    default Optional<BatteryLevel> battery() {
        return Optional.empty();
    }

    /** Why the last answer says nothing of now; empty while all is well. */
    default Optional<ProbeFault> fault() {
        return Optional.empty();
    }
}
