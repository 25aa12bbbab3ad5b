package org.gardefroid.vaccines.custody;

import java.util.function.Predicate;
import org.gardefroid.telemetry.Temperature;

/** What was seen at one time: one temperature, or two probes' that differ, and the truth is between them. */
public record Span(Temperature coldest, Temperature warmest) {

    public Span {
        if (warmest.isBelow(coldest)) {
            throw new IllegalArgumentException("from cold to warm: " + coldest.celsius() + ", " + warmest.celsius());
        }
    }

    public static Span of(Temperature temperature) {
        return new Span(temperature, temperature);
    }

    Span and(Span other) {
        return new Span(coldest.isBelow(other.coldest) ? coldest : other.coldest,
                warmest.isAbove(other.warmest) ? warmest : other.warmest);
    }

    boolean isSurely(Predicate<Temperature> what) {
        return what.test(coldest) && what.test(warmest);
    }

    boolean isPerhaps(Predicate<Temperature> what) {
        return what.test(coldest) || what.test(warmest);
    }

    Temperature middle() {
        return new Temperature(Math.floorDiv(coldest.milliCelsius() + warmest.milliCelsius(), 2));
    }
}
