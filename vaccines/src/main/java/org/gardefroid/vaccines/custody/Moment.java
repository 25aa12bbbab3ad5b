package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.util.Comparator;

/**
 * An event with its place in time.
 *
 * @param when its own time, or where the clock was unknown the latest time that was recorded before it
 */
record Moment(Instant when, CustodyEvent event) {

    static final Comparator<Moment> ORDER = Comparator.comparing(Moment::when)
            .thenComparingLong(moment -> moment.event().order());

    boolean isDated() {
        return event.at().isPresent();
    }
}
