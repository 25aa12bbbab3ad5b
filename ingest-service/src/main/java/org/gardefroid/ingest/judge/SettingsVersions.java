package org.gardefroid.ingest.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.gardefroid.alerting.ArrivalNumbers;
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.Rule;
import org.gardefroid.alerting.WatchedProbe;
import org.gardefroid.ingest.registry.StoredSettings;
import org.gardefroid.telemetry.EquipmentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By which settings one equipment is watched from when on: they change with a revision, with a probe that is hung or taken
 * out, and with each departure and return.
 *
 * @param zone whose days are counted, where a preset counts some
 * @param holdover where nobody has edited it
 * @param missions one after the other
 */
record SettingsVersions(EquipmentId name, ZoneId zone, Duration holdover, List<Revision> revisions,
        List<Placement> placements, List<Mission> missions) {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsVersions.class);

    /** One revision of an equipment's settings. */
    record Revision(Instant since, String preset, String settings) {}

    /** While lots were in it. */
    record Mission(Instant departedAt, Instant returnedAt) {}

    /** The first in force from the beginning on. */
    List<Watched.Version> all() {
        TreeSet<Instant> changes = new TreeSet<>();
        revisions.forEach(revision -> changes.add(revision.since()));
        placements.forEach(placement -> {
            changes.add(placement.from());
            changes.add(placement.until());
        });
        missions.forEach(mission -> {
            changes.add(mission.departedAt());
            changes.add(mission.returnedAt());
        });
        changes.removeIf(at -> !at.isAfter(Instant.EPOCH) || at.equals(Instant.MAX));
        List<Watched.Version> versions = new ArrayList<>();
        versions.add(new Watched.Version(Instant.EPOCH, at(Instant.EPOCH)));
        for (Instant change : changes) {
            EquipmentSettings settings = at(change);
            if (!settings.equals(versions.getLast().settings())) {
                versions.add(new Watched.Version(change, settings));
            }
        }
        return versions;
    }

    private EquipmentSettings at(Instant at) {
        // Before the first revision, the first one holds: what was measured then is not to go unjudged.
        Revision inForce = revisions.getFirst();
        for (Revision revision : revisions) {
            if (!revision.since().isAfter(at)) {
                inForce = revision;
            }
        }
        List<WatchedProbe> probes = placements.stream().filter(placement -> placement.contains(at))
                .map(placement -> new WatchedProbe(placement.probe(), placement.purpose())).toList();
        StoredSettings stored = read(inForce);
        if (stored.unreadable().isPresent()) {
            LOG.error("settings unreadable equipment={} since={} because={}", name, inForce.since(),
                    stored.unreadable().get());
        }
        return new EquipmentSettings(name, probes, stored.settings().longestGap(),
                rules(stored.settings().rules(), at));
    }

    private StoredSettings read(Revision revision) {
        return StoredSettings.read(name, revision.preset(), zone, revision.settings(), holdover);
    }

    /** What the service itself watches by, now. */
    ArrivalNumbers arrivals() {
        return read(revisions.getLast()).arrivals();
    }

    private List<Rule> rules(List<Rule> edited, Instant at) {
        boolean isAway = missions.stream()
                .anyMatch(mission -> !at.isBefore(mission.departedAt()) && at.isBefore(mission.returnedAt()));
        return isAway ? edited : StoredSettings.betweenMissions(edited);
    }

    static String presetOf(String kind) {
        return kind.equals("cool-box") ? Preset.COOL_BOX_2_8.name() : Preset.FRIDGE_2_8.name();
    }
}
