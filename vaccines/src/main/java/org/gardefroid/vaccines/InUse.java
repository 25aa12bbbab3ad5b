package org.gardefroid.vaccines;

import java.time.Duration;
import java.util.Optional;
import org.gardefroid.telemetry.RefusedValue;
import org.gardefroid.telemetry.VialStep;

/** What a profile says of the time after a step. A step of which it says nothing has no entry: that is not zero. */
public sealed interface InUse {

    /**
     * So long, if it stays in that band.
     *
     * @param tolerance how long it may leave the band, added up over any 48 hours; absent for what the profile says of all
     */
    record Lasts(Duration duration, TemperatureBand band, Optional<Duration> tolerance) implements InUse {
        public Lasts {
            if (duration.compareTo(Duration.ZERO) <= 0) {
                throw new RefusedValue("un délai d’utilisation doit être plus que rien : " + duration,
                        "an in-use time must be positive: " + duration);
            }
        }

        public Lasts(Duration duration, TemperatureBand band) {
            this(duration, band, Optional.empty());
        }
    }

    /** The time does not begin anew: it counts from {@code earlier}, as for a syringe drawn from a diluted vial. */
    record CountsFrom(VialStep earlier) implements InUse {}
}
