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
    enum Zone {
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

    /** Only what is hung beside the vials condemns anything. */
    boolean endangers(Zone zone) {
        return purpose == ProbePurpose.PRODUCT && zone != Zone.WITHIN;
    }

    /** Whether going from one zone to another is worth a record at once. */
    boolean tells(Zone before, Zone now) {
        return before != now && (purpose == ProbePurpose.PRODUCT || before == Zone.FAULT || now == Zone.FAULT);
    }
}
