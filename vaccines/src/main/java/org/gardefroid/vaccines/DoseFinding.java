package org.gardefroid.vaccines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gardefroid.telemetry.VialStep;

/** What a dose clock has to tell. */
public sealed interface DoseFinding {

    /** The key of the text that tells a person of it; the text's parameters are the finding's own fields. */
    String messageKey();

    /** The clock has a deadline, its first or another: earlier for what was done, later only for a voided start. */
    record DeadlineSet(Deadline deadline) implements DoseFinding {
        @Override
        public String messageKey() {
            return "dose.deadline-set";
        }
    }

    /** @param left 60, 30 or 10 minutes */
    record TimeRunsShort(Deadline deadline, Duration left) implements DoseFinding {
        @Override
        public String messageKey() {
            return "dose.time-runs-short";
        }
    }

    record TimeOver(Deadline deadline) implements DoseFinding {
        @Override
        public String messageKey() {
            return "dose.time-over";
        }
    }

    record StartVoided(Handling start) implements DoseFinding {
        @Override
        public String messageKey() {
            return "dose.start-voided";
        }
    }

    record VialFinished(Instant at) implements DoseFinding {
        @Override
        public String messageKey() {
            return "dose.finished";
        }
    }

    record TimeUnknown() implements DoseFinding {
        @Override
        public String messageKey() {
            return "dose.time-unknown";
        }
    }

    record FigureMissing(List<VialStep> steps) implements DoseFinding {
        public FigureMissing {
            steps = List.copyOf(steps);
        }

        @Override
        public String messageKey() {
            return "dose.figure-missing";
        }
    }

    /** One vial, two products: somebody was mistaken, and nobody knows when. */
    record MixedUp() implements DoseFinding {
        @Override
        public String messageKey() {
            return "dose.mixed-up";
        }
    }
}
