package org.gardefroid.hardware;

import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.ProbeFault;

/** A small display of a few lines, such as a 20x4 character module. */
public interface TextDisplay {

    int LINES = 4;
    int COLUMNS = 20;

    /** Shows at most {@link #LINES} lines of at most {@link #COLUMNS} characters instead of what was there. */
    void show(List<String> lines);

    /** Why it cannot be read; empty while all is well. */
    default Optional<ProbeFault> fault() {
        return Optional.empty();
    }
}
