package org.gardefroid.vaccines;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.VialStep;

/** How a dose clock stands; {@link DoseState} has the table. */
public sealed interface DoseStatus {

    record NotStarted() implements DoseStatus {}

    record Running(Deadline deadline) implements DoseStatus {}

    record Over(Deadline deadline) implements DoseStatus {}

    /** @param over the deadline, if it had come before */
    record Finished(Instant at, Optional<Deadline> over) implements DoseStatus {}

    record TimeUnknown() implements DoseStatus {}

    /** @param deadline of those steps for which there is a time */
    record FigureMissing(List<VialStep> steps, Optional<Deadline> deadline) implements DoseStatus {
        public FigureMissing {
            steps = List.copyOf(steps);
        }
    }
}
