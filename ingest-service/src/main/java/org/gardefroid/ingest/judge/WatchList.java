package org.gardefroid.ingest.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.ProbeId;

/** All that is watched, and the way from a record's name to its equipment. */
public final class WatchList {

    public static final int NOWHERE = -1;

    private final Map<Integer, Watched> equipments;
    private final Map<ProbeId, List<Placement>> placements = new HashMap<>();
    private final Map<DoorId, Integer> doors = new HashMap<>();
    private final Map<DeviceId, Integer> devices;
    private final Map<Integer, Set<Integer>> equipmentsOfDevice = new HashMap<>();

    public WatchList(Map<Integer, Watched> equipments, Map<DeviceId, Integer> devices) {
        this.equipments = Map.copyOf(equipments);
        this.devices = Map.copyOf(devices);
        for (Watched watched : equipments.values()) {
            for (Placement placement : watched.placements()) {
                placements.computeIfAbsent(placement.probe(), probe -> new ArrayList<>(1)).add(placement);
            }
            watched.doors().forEach(door -> doors.put(door, watched.id()));
            watched.devices().forEach(device -> equipmentsOfDevice
                    .computeIfAbsent(device, any -> new TreeSet<>()).add(watched.id()));
        }
    }

    public Map<Integer, Watched> equipments() {
        return equipments;
    }

    /** The equipment that {@code probe} hung in, or {@link #NOWHERE}. */
    int equipmentOf(ProbeId probe, Instant at) {
        List<Placement> hung = placements.get(probe);
        if (hung == null) {
            return NOWHERE;
        }
        for (int i = 0; i < hung.size(); i++) {
            if (hung.get(i).contains(at)) {
                return hung.get(i).equipment();
            }
        }
        return NOWHERE;
    }

    boolean knows(ProbeId probe) {
        return placements.containsKey(probe);
    }

    int equipmentOf(DoorId door) {
        return doors.getOrDefault(door, NOWHERE);
    }

    public int device(DeviceId name) {
        return devices.getOrDefault(name, NOWHERE);
    }

    public Set<Integer> equipmentsOf(int device) {
        return equipmentsOfDevice.getOrDefault(device, Set.of());
    }

    /** Where the vials are that a device tells of: the first by name of the equipments that its brief names. */
    public int equipmentOfVials(int device) {
        return equipments.values().stream().filter(watched -> watched.devices().contains(device))
                .min(Comparator.comparing((Watched watched) -> !watchesNow(device, watched))
                        .thenComparing(watched -> watched.name().value()))
                .map(Watched::id).orElse(NOWHERE);
    }

    private static boolean watchesNow(int device, Watched watched) {
        return watched.placements().stream().anyMatch(
                placement -> placement.device() == device && placement.until().equals(Instant.MAX));
    }
}
