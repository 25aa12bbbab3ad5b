package org.gardefroid.vaccines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.VialStep;

/**
 * What a product's starts lead to by its profile.
 *
 * @param deadlines one of each start that has a time of its own
 * @param missing the steps for which the profile has no time
 */
public record Countdown(List<Deadline> deadlines, List<VialStep> missing) {

    public Countdown {
        deadlines = List.copyOf(deadlines);
        missing = List.copyOf(missing);
    }

    public static Countdown of(ProductProfile profile, List<Handling> starts) {
        List<VialStep> missing = new ArrayList<>();
        List<Deadline> deadlines = new ArrayList<>();
        for (Handling start : starts) {
            InUse inUse = profile.inUse().get(start.step());
            if (inUse instanceof InUse.Lasts lasts) {
                deadlines.add(new Deadline(start.at().plus(lasts.duration()), start.step()));
            } else if (!(inUse instanceof InUse.CountsFrom(VialStep earlier)
                    && starts.stream().anyMatch(other -> other.step() == earlier))) {
                missing.add(start.step());
            }
        }
        return new Countdown(deadlines, missing);
    }

    /** What follows from the last of these starts that has a time: a diluted vial is no longer a thawed one. */
    public static Optional<InUse.Lasts> inForce(ProductProfile profile, List<Handling> starts) {
        return starts.reversed().stream()
                .flatMap(start -> profile.inUse().get(start.step()) instanceof InUse.Lasts lasts
                        ? Optional.of(lasts).stream()
                        : Optional.<InUse.Lasts>empty().stream())
                .findFirst();
    }
}
