package org.gardefroid.ingest.judge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.SettingsHistory;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;

/**
 * An equipment as the database says it is to be watched.
 *
 * @param versions its settings, the first in force from the beginning on
 * @param placements where which probe hung when, of its own probes
 * @param devices all that ever sent something of it
 */
public record Watched(
        int id,
        int site,
        EquipmentId name,
        List<Version> versions,
        Arrivals arrivals,
        List<Placement> placements,
        Set<DoorId> doors,
        Set<Integer> devices) {

    public record Version(Instant from, EquipmentSettings settings) {}

    public Watched {
        versions = List.copyOf(versions);
        placements = List.copyOf(placements);
        doors = Set.copyOf(doors);
        devices = Set.copyOf(devices);
    }

    SettingsHistory history() {
        SettingsHistory history = SettingsHistory.of(versions.getFirst().settings());
        for (Version version : versions.subList(1, versions.size())) {
            history = history.then(version.from(), version.settings());
        }
        return history;
    }

    /** From when on this is watched differently from {@code before}, if it is. */
    Optional<Instant> differsFrom(Watched before) {
        int most = Math.max(versions.size(), before.versions.size());
        for (int i = 0; i < most; i++) {
            if (i >= versions.size()) {
                return Optional.of(before.versions.get(i).from());
            }
            if (i >= before.versions.size()) {
                return Optional.of(versions.get(i).from());
            }
            Version is = versions.get(i);
            Version was = before.versions.get(i);
            if (!is.equals(was)) {
                return Optional.of(is.from().isBefore(was.from()) ? is.from() : was.from());
            }
        }
        return Optional.empty();
    }
}
