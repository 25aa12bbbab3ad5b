package org.gardefroid.vaccines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;

/**
 * All that a dose clock remembers of a vial. What was done stays in it for ever, a voided start as well; how the clock
 * stands follows from it, so that late and repeated events do no harm.
 *
 * <table>
 * <caption>How the clock stands, and what leads to it; the first that holds, from above</caption>
 * <tr><th>status</th><th>when</th><th>verdict</th></tr>
 * <tr><td>Finished</td><td>finished</td><td>à isoler: it is used up or handed back</td></tr>
 * <tr><td>Over</td><td>the deadline has come</td><td>délai dépassé</td></tr>
 * <tr><td>TimeUnknown</td><td>the time now, or of a start, is not known</td><td>à isoler: heure inconnue</td></tr>
 * <tr><td>FigureMissing</td><td>the profile has no time for a step that was done</td><td>à isoler</td></tr>
 * <tr><td>Running</td><td>there is a deadline, and it is to come</td><td>utilisable</td></tr>
 * <tr><td>NotStarted</td><td>nothing was done, or all was voided</td><td>utilisable</td></tr>
 * </table>
 *
 * @param labelExpiry the end of the last day on the label, where it is known
 * @param handlings sorted, each once
 * @param undated how many steps were done at an unknown time
 * @param mixedUp whether it was once handled as another product
 * @param now the latest time there was
 * @param timeKnown whether {@code now} means anything
 * @param stage what was last told of the deadline
 */
public record DoseState(
        VialId vial,
        ProductId product,
        Optional<Instant> labelExpiry,
        List<Handling> handlings,
        int undated,
        boolean mixedUp,
        Instant now,
        boolean timeKnown,
        DoseStage stage) {

    public DoseState {
        handlings = List.copyOf(handlings);
    }

    public static DoseState initial(VialId vial, ProductId product, Optional<Instant> labelExpiry) {
        return new DoseState(vial, product, labelExpiry, List.of(), 0, false, Instant.EPOCH, true,
                DoseStage.NONE);
    }

    DoseState with(Handling handling) {
        TreeSet<Handling> all = new TreeSet<>(handlings);
        all.add(handling);
        Instant latest = handling.at().isAfter(now) ? handling.at() : now;
        return new DoseState(vial, product, labelExpiry, new ArrayList<>(all), undated, mixedUp, latest, timeKnown,
                stage);
    }

    DoseState withUndated() {
        return new DoseState(vial, product, labelExpiry, handlings, undated + 1, mixedUp, now, timeKnown, stage);
    }

    DoseState withOneDated() {
        return new DoseState(vial, product, labelExpiry, handlings, Math.max(0, undated - 1), mixedUp, now, timeKnown,
                stage);
    }

    DoseState asMixedUp() {
        return new DoseState(vial, product, labelExpiry, handlings, undated, true, now, timeKnown, stage);
    }

    /** Time only goes forward. */
    DoseState at(Instant time) {
        return new DoseState(vial, product, labelExpiry, handlings, undated, mixedUp, time.isAfter(now) ? time : now,
                true, stage);
    }

    DoseState withoutTime() {
        return new DoseState(vial, product, labelExpiry, handlings, undated, mixedUp, now, false, stage);
    }

    DoseState at(DoseStage told) {
        return new DoseState(vial, product, labelExpiry, handlings, undated, mixedUp, now, timeKnown, told);
    }
}
