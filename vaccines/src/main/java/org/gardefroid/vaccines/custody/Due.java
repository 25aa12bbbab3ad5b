package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.Comparator;

/**
 * From when on its time is over; that instant itself is too late.
 *
 * @param by the step it counts from, {@code label-expiry}, or {@code budget:} and the budget's name
 */
public record Due(Instant at, String by) {

    static final Comparator<Due> EARLIEST = Comparator.comparing(Due::at).thenComparing(Due::by);
}
