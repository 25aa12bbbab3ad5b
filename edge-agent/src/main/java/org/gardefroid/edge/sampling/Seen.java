package org.gardefroid.edge.sampling;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.hardware.VialRefused;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Temperature;

/**
 * What everything that is wired said in the latest cycle, worth a record or not.
 *
 * @param openSince of the doors that stand open, since when, monotonic
 * @param mains empty where nothing tells
 * @param upright empty where nothing tells
 * @param refused the last vial that was scanned and may not be opened
 * @param calibrations of the probes that are calibrated
 * @param faults of what is wired besides the probes, by its setting, such as {@code power}
 */
public record Seen(
        Map<ProbeId, Tip> probes,
        Map<DoorId, Long> openSince,
        Optional<Boolean> mains,
        Optional<Boolean> upright,
        Map<String, ProbeFault> faults,
        Optional<Refused> refused,
        Map<ProbeId, Calibration> calibrations) {

    public static final Seen NOTHING = new Seen(Map.of(), Map.of(), Optional.empty(), Optional.empty(), Map.of(),
            Optional.empty(), Map.of());

    /** @param millis when it was scanned, monotonic */
    public record Refused(VialRefused what, long millis) {}

    /**
     * One probe.
     *
     * @param said now
     * @param last the latest temperature it gave, faults since then or not
     * @param lastMillis when that was, monotonic
     * @param zone where it lies, as it is to be shown
     * @param humidityPercent of the air at it, where it tells
     */
    public record Tip(
            ProbePurpose purpose,
            Temperature lowest,
            Temperature highest,
            Measurement said,
            Optional<Temperature> last,
            long lastMillis,
            Watch.Zone zone,
            OptionalInt humidityPercent) {}

    public Seen {
        probes = Map.copyOf(probes);
        openSince = Map.copyOf(openSince);
        faults = Map.copyOf(faults);
        calibrations = Map.copyOf(calibrations);
    }

    /** With what else is at fault. */
    public Seen with(Map<String, ProbeFault> others) {
        Map<String, ProbeFault> all = new HashMap<>(faults);
        all.putAll(others);
        return new Seen(probes, openSince, mains, upright, all, refused, calibrations);
    }
}
