package org.gardefroid.hardware;

import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.ProbeFault;

/** A scanner, or whatever else tells which vial was handled, and how. */
public interface VialReader {

    /** What was read since this was last called, in order; nothing is lost between two calls. */
    List<VialHandled> handledSinceLastAsked();

    /** What was read last, if it may not be opened, and was not asked for yet. */
    default Optional<VialRefused> refusedSinceLastAsked() {
        return Optional.empty();
    }

    /** Why nothing can be read; empty while all is well. */
    default Optional<ProbeFault> fault() {
        return Optional.empty();
    }
}
