package org.gardefroid.vaccines;

import java.time.Instant;
import java.util.Comparator;
import org.gardefroid.telemetry.VialStep;

/** A step, and when. */
public record Handling(Instant at, VialStep step) implements Comparable<Handling> {

    private static final Comparator<Handling> ORDER = Comparator.comparing(Handling::at).thenComparing(Handling::step);

    /** By time; in the same instant a start comes before its being voided, and the end last. */
    @Override
    public int compareTo(Handling other) {
        return ORDER.compare(this, other);
    }
}
