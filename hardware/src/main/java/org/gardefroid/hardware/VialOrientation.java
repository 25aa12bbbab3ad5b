package org.gardefroid.hardware;

import java.util.Optional;
import org.gardefroid.telemetry.ProbeFault;

/** Whether the vials stand upright. */
public interface VialOrientation {

    boolean isUpright();

    /** Whether they were struck since this was last asked, as far as {@link #isUpright} was asked meanwhile. */
    default boolean wasStruck() {
        return false;
    }

    /** Why the last answer says nothing of now; empty while all is well. */
    default Optional<ProbeFault> fault() {
        return Optional.empty();
    }
}
