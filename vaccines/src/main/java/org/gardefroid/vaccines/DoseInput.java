package org.gardefroid.vaccines;

import java.time.Instant;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialStep;

/** What a dose clock is told. */
public sealed interface DoseInput {

    /** Something was done with the vial. Late ones find their place, and repeats change nothing. */
    record Handled(Instant at, ProductId product, VialStep step) implements DoseInput {}

    /** The same, by a box that did not know the time: until {@link Dated} says when, or the clock is folded anew. */
    record HandledUndated(ProductId product, VialStep step) implements DoseInput {}

    /** When that was which was told as {@link HandledUndated}, once for each. */
    record Dated(Instant at, ProductId product, VialStep step) implements DoseInput {}

    /** It is {@code at} now: unlike a rule of readings, a dose clock runs whether or not anything is heard. */
    record Tick(Instant at) implements DoseInput {}

    /** The program has started again and does not know the time. The next tick ends that. */
    record TimeLost() implements DoseInput {}
}
