package org.gardefroid.hardware;

import java.util.List;
import org.gardefroid.telemetry.Event.VialHandled;

/** A scanner, or whatever else tells which vial was handled, and how. */
public interface VialReader {

    /** What was read since this was last called, in order; nothing is lost between two calls. */
    List<VialHandled> handledSinceLastAsked();
}
