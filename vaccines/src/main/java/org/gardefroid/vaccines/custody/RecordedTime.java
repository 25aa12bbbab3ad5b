package org.gardefroid.vaccines.custody;

import java.time.Instant;
import org.gardefroid.telemetry.RefusedValue;

/** A time that something may have been recorded at: what lies outside is a mistake, and no sum with it may run over. */
public final class RecordedTime {

    public static final Instant EARLIEST = Instant.EPOCH;
    public static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    private RecordedTime() {}

    /** @throws IllegalArgumentException with the limits, outside of them */
    public static Instant checked(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new RefusedValue("une heure va de " + EARLIEST + " à " + LATEST + " : " + at,
                    "a time must be from " + EARLIEST + " to " + LATEST + ": " + at);
        }
        return at;
    }
}
