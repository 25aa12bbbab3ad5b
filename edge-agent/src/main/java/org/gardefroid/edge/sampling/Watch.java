package org.gardefroid.edge.sampling;

import java.time.Duration;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Temperature;

/**
 * How one probe is watched.
 *
 * @param every how often its reading becomes a record when nothing happens; zero: each one does
 * @param lowest the coldest in range
 * @param highest the warmest in range
 */
public record Watch(ProbePurpose purpose, Duration every, Temperature lowest, Temperature highest) {

    /** Noise at a limit must not make a record of each sample. */
    static final Duration SHORTEST_BETWEEN_CROSSINGS = Duration.ofSeconds(10);

    /** Where a measurement lies. */
    public enum Zone {
        BELOW, WITHIN, ABOVE, FAULT
    }

    Zone zone(Measurement measurement) {
        return switch (measurement) {
            case ProbeFault _ -> Zone.FAULT;
            case Temperature temperature when temperature.isBelow(lowest) -> Zone.BELOW;
            case Temperature temperature when temperature.isAbove(highest) -> Zone.ABOVE;
            case Temperature _ -> Zone.WITHIN;
        };
    }

    /** As the rules have it: what is out is back by so many thousandths of a degree, or a light would flicker at the limit. */
    static final int HYSTERESIS = 300;

    /** Where a temperature lies that was there before. A fault leaves it where it was. */
    public Zone zone(Measurement measurement, Zone before) {
        return switch (measurement) {
            case ProbeFault _ -> before;
            case Temperature it when before == Zone.ABOVE && it.milliCelsius() > highest.milliCelsius() - HYSTERESIS ->
                it.isBelow(lowest) ? Zone.BELOW : Zone.ABOVE;
            case Temperature it when before == Zone.BELOW && it.milliCelsius() < lowest.milliCelsius() + HYSTERESIS ->
                it.isAbove(highest) ? Zone.ABOVE : Zone.BELOW;
            case Temperature it -> zone(it);
        };
    }

    /** Only what is hung beside the vials condemns anything. */
    boolean endangers(Zone zone) {
        return purpose == ProbePurpose.PRODUCT && zone != Zone.WITHIN;
    }

    /** Whether going from one zone to another is worth a record at once. */
    boolean tells(Zone before, Zone now) {
        return before != now && (purpose == ProbePurpose.PRODUCT || before == Zone.FAULT || now == Zone.FAULT);
    }
}
