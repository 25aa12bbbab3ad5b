package org.gardefroid.edge.sampling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gardefroid.hardware.DoorContact;
import org.gardefroid.hardware.PowerSense;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.hardware.VialOrientation;
import org.gardefroid.hardware.VialReader;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.ProbeId;

/**
 * All that is wired to this device.
 *
 * @param probes corrected already
 * @param calibrations by which they are
 */
public record Station(
        Map<ProbeId, TemperatureProbe> probes,
        Map<DoorId, DoorContact> doors,
        Optional<PowerSense> power,
        Optional<VialOrientation> orientation,
        List<VialReader> vials,
        Supplier<Map<ProbeId, Calibration>> calibrations) {

    /** One whose probes are not calibrated. */
    public Station(Map<ProbeId, TemperatureProbe> probes, Map<DoorId, DoorContact> doors, Optional<PowerSense> power,
            Optional<VialOrientation> orientation, List<VialReader> vials) {
        this(probes, doors, power, orientation, vials, Map::of);
    }

    public Station {
        probes = Map.copyOf(probes);
        doors = Map.copyOf(doors);
        vials = List.copyOf(vials);
    }
}
