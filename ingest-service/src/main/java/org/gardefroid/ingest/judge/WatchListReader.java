package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.EquipmentSettingsCodec;
import org.gardefroid.alerting.LatenessRule;
import org.gardefroid.alerting.Preset;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.SilenceRule;
import org.gardefroid.alerting.WatchedProbe;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from the database what is watched, where, and by which settings from when on. */
public final class WatchListReader {

    private static final Logger LOG = LoggerFactory.getLogger(WatchListReader.class);

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(60);

    private static final String PLACEMENTS = """
            SELECT p.name, p.id, p.purpose, p.device, pp.equipment, lower(pp.during) AS since, upper(pp.during) AS until
            FROM probe_placement pp JOIN probe p ON p.id = pp.probe
            WHERE upper_inf(pp.known)
            ORDER BY pp.equipment, p.name""";

    /** What the box needs to know of the range is not a rule of ours. */
    private static final String SETTINGS = """
            SELECT equipment, since, preset, settings - '{lowestMilliCelsius,highestMilliCelsius}'::text[] AS settings
            FROM equipment_setting ORDER BY equipment, since, revision""";

    private static final String EQUIPMENTS = """
            SELECT id, site, name, kind, coalesce(holdover_seconds, 0) AS holdover_seconds,
                EXISTS (SELECT FROM lot_placement p WHERE p.equipment = equipment.id AND upper_inf(p.during)
                    AND upper_inf(p.known)) AS holds
            FROM equipment""";

    private final Connection connection;

    public WatchListReader(Connection connection) {
        this.connection = connection;
    }

    /** One revision of an equipment's settings. */
    private record Revision(Instant since, String preset, String settings) {}

    public WatchList read() throws SQLException {
        Map<Integer, List<Placement>> placements = new HashMap<>();
        Map<Integer, Set<Integer>> devices = new HashMap<>();
        each(PLACEMENTS, row -> {
            Placement placement = new Placement(new ProbeId(row.getString("name")), row.getInt("id"),
                    ProbePurpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)), row.getInt("device"),
                    row.getInt("equipment"), Sql.timeIfAny(row, "since").orElse(Instant.MIN),
                    Sql.timeIfAny(row, "until").orElse(Instant.MAX));
            placements.computeIfAbsent(placement.equipment(), any -> new ArrayList<>()).add(placement);
            devices.computeIfAbsent(placement.equipment(), any -> new HashSet<>()).add(placement.device());
        });
        Map<Integer, Set<DoorId>> doors = new HashMap<>();
        each("SELECT name, device, equipment FROM door", row -> {
            doors.computeIfAbsent(row.getInt("equipment"), any -> new HashSet<>())
                    .add(new DoorId(row.getString("name")));
            devices.computeIfAbsent(row.getInt("equipment"), any -> new HashSet<>()).add(row.getInt("device"));
        });
        Map<Integer, List<Revision>> revisions = new HashMap<>();
        each(SETTINGS,
                row -> revisions.computeIfAbsent(row.getInt("equipment"), any -> new ArrayList<>()).add(new Revision(
                        Sql.time(row, "since"), row.getString("preset"), row.getString("settings"))));
        Map<Integer, Watched> equipments = new HashMap<>();
        each(EQUIPMENTS, row -> {
            int id = row.getInt("id");
            List<Revision> settings = revisions.getOrDefault(id,
                    List.of(new Revision(Instant.EPOCH, presetOf(row.getString("kind")), "{}")));
            EquipmentId name = new EquipmentId(row.getString("name"));
            Preset preset = preset(settings.getLast().preset());
            Duration longest = settings.getLast().preset().equals(preset.name())
                    ? preset.longestSilence()
                    : LONGEST_SILENCE;
            int holdover = row.getInt("holdover_seconds");
            equipments.put(id, new Watched(id, row.getInt("site"), name,
                    versions(name, settings, placements.getOrDefault(id, List.of())),
                    new SilenceRule(new RuleName(preset.name() + ".silence"), Severity.WARNING, longest,
                            holdover == 0 ? SilenceRule.UNKNOWN_HOLDOVER : Duration.ofSeconds(holdover)),
                    new LatenessRule(new RuleName(preset.name() + ".late"), Severity.WARNING, longest),
                    row.getBoolean("holds"), placements.getOrDefault(id, List.of()), doors.getOrDefault(id, Set.of()),
                    devices.getOrDefault(id, Set.of())));
        });
        Map<DeviceId, Integer> names = new HashMap<>();
        each("SELECT name, id FROM device", row -> names.put(new DeviceId(row.getString("name")), row.getInt("id")));
        return new WatchList(equipments, names);
    }

    private static List<Watched.Version> versions(EquipmentId name, List<Revision> revisions,
            List<Placement> placements) {
        TreeSet<Instant> changes = new TreeSet<>();
        revisions.forEach(revision -> changes.add(revision.since()));
        placements.forEach(placement -> {
            changes.add(placement.from());
            changes.add(placement.until());
        });
        changes.removeIf(at -> !at.isAfter(Instant.EPOCH) || at.equals(Instant.MAX));
        List<Watched.Version> versions = new ArrayList<>();
        versions.add(new Watched.Version(Instant.EPOCH, at(Instant.EPOCH, name, revisions, placements)));
        for (Instant change : changes) {
            EquipmentSettings settings = at(change, name, revisions, placements);
            if (!settings.equals(versions.getLast().settings())) {
                versions.add(new Watched.Version(change, settings));
            }
        }
        return versions;
    }

    private static EquipmentSettings at(
            Instant at, EquipmentId name, List<Revision> revisions, List<Placement> placements) {
        // Before the first revision, the first one holds: what was measured then is not to go unjudged.
        Revision inForce = revisions.getFirst();
        for (Revision revision : revisions) {
            if (!revision.since().isAfter(at)) {
                inForce = revision;
            }
        }
        List<WatchedProbe> probes = placements.stream().filter(placement -> placement.contains(at))
                .map(placement -> new WatchedProbe(placement.probe(), placement.purpose())).toList();
        if (!inForce.settings().equals("{}")) {
            try {
                EquipmentSettings edited = EquipmentSettingsCodec.decode(inForce.settings());
                return new EquipmentSettings(name, probes, edited.longestGap(), edited.rules());
            } catch (IllegalArgumentException e) {
                // Not watched at all would be worse than watched by what it began with.
                LOG.error("settings unreadable equipment={} since={} because={}", name, inForce.since(),
                        e.getMessage());
            }
        }
        return preset(inForce.preset()).settings(name, probes);
    }

    private static Preset preset(String name) {
        return Preset.named(name).orElse(Preset.FRIDGE_2_8);
    }

    private static String presetOf(String kind) {
        return kind.equals("cool-box") ? Preset.COOL_BOX_2_8.name() : Preset.FRIDGE_2_8.name();
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void each(String sql, Row take) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                take.take(row);
            }
        }
    }
}
