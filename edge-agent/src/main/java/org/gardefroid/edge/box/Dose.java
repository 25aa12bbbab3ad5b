package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.custody.Judgement;

/**
 * A vial that was opened at this box, or a syringe that was filled from one, and what is said of it.
 *
 * @param number what it is called at the box, from 1; written on it with a pen if it has no label
 * @param drawnFrom the number of the vial that it was filled from; empty for a vial
 * @param name the product's, in French and English
 * @param deadline when its time is over; empty if none is known
 * @param light what it asks of whoever stands before the box
 * @param lot empty until somebody has said which
 * @param inside whether it is in the box, as far as anybody said
 * @param finished used, wasted or over: of no more interest
 */
public record Dose(
        int number,
        VialId vial,
        Optional<Integer> drawnFrom,
        ProductId product,
        Spoken name,
        Optional<Instant> deadline,
        Light light,
        Judgement judgement,
        Optional<LotNumber> lot,
        boolean inside,
        Optional<Integer> dosesLeft,
        boolean finished) {

    public boolean isSyringe() {
        return drawnFrom.isPresent();
    }

    /** How long it may still be used, rounded down: never more than there is. Empty without a deadline or a time. */
    public Optional<Duration> left(Optional<Instant> now) {
        return deadline.flatMap(end -> now.map(at -> Duration.between(at, end)))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    /** Whether its clock was started without saying of which lot it is. */
    public boolean isToBeAttributed() {
        return lot.isEmpty() && !finished;
    }
}
