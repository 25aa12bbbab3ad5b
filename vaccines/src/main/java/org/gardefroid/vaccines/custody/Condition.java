package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.Countdown;
import org.gardefroid.vaccines.Handling;
import org.gardefroid.vaccines.InUse;
import org.gardefroid.vaccines.ProductProfile;

/**
 * What had been done with a container by some instant.
 *
 * @param starts those that count and have a time, in order
 */
record Condition(List<Handling> starts) {

    /** Whether a vial is no longer closed after it. */
    static boolean opens(VialStep step) {
        return switch (step) {
            case PUNCTURED, DILUTED, RECONSTITUTED, DRAWN_UP -> true;
            case THAWED, VOIDED, FINISHED -> false;
        };
    }

    static Condition at(Instant instant, List<Handling> all) {
        return new Condition(all.stream().filter(start -> !start.at().isAfter(instant)).toList());
    }

    boolean isOpened() {
        return starts.stream().anyMatch(start -> opens(start.step()));
    }

    /** When it was first opened. */
    Optional<Instant> openedAt() {
        return starts.stream().filter(start -> opens(start.step())).map(Handling::at).findFirst();
    }

    boolean isThawed() {
        return starts.stream().anyMatch(start -> start.step() == VialStep.THAWED);
    }

    Optional<InUse.Lasts> inForce(ProductProfile profile) {
        return Countdown.inForce(profile, starts);
    }
}
