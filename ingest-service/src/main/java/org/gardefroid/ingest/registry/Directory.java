package org.gardefroid.ingest.registry;

import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.ProbeId;

/** Who sends what, as it was when last looked up: the numbers that stand in the tables for the names on the wire. */
public record Directory(Map<DeviceId, KnownDevice> devices, Map<ProbeId, KnownProbe> probes,
        Map<DoorId, Integer> doors) {

    public Directory {
        devices = Map.copyOf(devices);
        probes = Map.copyOf(probes);
        doors = Map.copyOf(doors);
    }

    /** @param foreign speaks plain SenML, not our batches */
    public record KnownDevice(int id, int site, int shard, boolean foreign, boolean revoked) {}

    /** @param device the id of the device that reads it */
    public record KnownProbe(int id, int device) {}

    public Optional<KnownDevice> device(DeviceId name) {
        return Optional.ofNullable(devices.get(name));
    }

    public Optional<KnownProbe> probe(ProbeId name) {
        return Optional.ofNullable(probes.get(name));
    }

    public boolean isDoorOf(DoorId name, int device) {
        Integer watchedBy = doors.get(name);
        return watchedBy != null && watchedBy == device;
    }
}
