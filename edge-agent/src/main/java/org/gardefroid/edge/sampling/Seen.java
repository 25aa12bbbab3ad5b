package org.gardefroid.edge.sampling;

import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Temperature;

/**
 * What everything that is wired said in the latest cycle, worth a record or not.
 *
 * @param mains empty where nothing tells
 * @param upright empty where nothing tells
 */
public record Seen(
        Map<ProbeId, Tip> probes, Map<DoorId, Boolean> openDoors, Optional<Boolean> mains, Optional<Boolean> upright) {

    public static final Seen NOTHING = new Seen(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    /**
     * One probe.
     *
     * @param said now
     * @param last the latest temperature it gave, faults since then or not
     * @param lastMillis when that was, monotonic
     */
    public record Tip(
            ProbePurpose purpose,
            Temperature lowest,
            Temperature highest,
            Measurement said,
            Optional<Temperature> last,
            long lastMillis) {}

    public Seen {
        probes = Map.copyOf(probes);
        openDoors = Map.copyOf(openDoors);
    }
}
