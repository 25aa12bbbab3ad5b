package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.ingest.registry.StoredSettings;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;

/** Reads from the database what is watched, where, and by which settings from when on. */
public final class WatchListReader {

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
            SELECT e.id, e.site, e.name, e.kind, coalesce(e.holdover_seconds, 0) AS holdover_seconds, s.time_zone,
                EXISTS (SELECT FROM lot_placement p WHERE p.equipment = e.id AND upper_inf(p.during)
                    AND upper_inf(p.known)) AS holds
            FROM equipment e JOIN site s ON s.id = e.site""";

    /** From when until when lots were in an equipment, one after the other. */
    private static final String MISSIONS = """
            SELECT equipment, lower(held) AS departed, upper(held) AS returned
            FROM (SELECT equipment, unnest(range_agg(during)) AS held FROM lot_placement
                WHERE upper_inf(known) GROUP BY equipment) AS mission""";

    private final Connection connection;

    public WatchListReader(Connection connection) {
        this.connection = connection;
    }

    public WatchList read() throws SQLException {
        Map<Integer, List<Placement>> placements = new HashMap<>();
        Map<Integer, Set<Integer>> devices = new HashMap<>();
        each(PLACEMENTS, row -> {
            Placement placement = new Placement(new ProbeId(row.getString("name")), row.getInt("id"),
                    ProbePurpose.ofCode(row.getString("purpose")), row.getInt("device"),
                    row.getInt("equipment"), Columns.timeIfAny(row, "since").orElse(Instant.MIN),
                    Columns.timeIfAny(row, "until").orElse(Instant.MAX));
            placements.computeIfAbsent(placement.equipment(), any -> new ArrayList<>()).add(placement);
            devices.computeIfAbsent(placement.equipment(), any -> new HashSet<>()).add(placement.device());
        });
        Map<Integer, Set<DoorId>> doors = new HashMap<>();
        each("SELECT name, device, equipment FROM door", row -> {
            doors.computeIfAbsent(row.getInt("equipment"), any -> new HashSet<>())
                    .add(new DoorId(row.getString("name")));
            devices.computeIfAbsent(row.getInt("equipment"), any -> new HashSet<>()).add(row.getInt("device"));
        });
        Map<Integer, List<SettingsVersions.Revision>> revisions = new HashMap<>();
        each(SETTINGS,
                row -> revisions.computeIfAbsent(row.getInt("equipment"), any -> new ArrayList<>())
                        .add(new SettingsVersions.Revision(
                                Columns.time(row, "since"), row.getString("preset"), row.getString("settings"))));
        Map<Integer, List<SettingsVersions.Mission>> missions = new HashMap<>();
        each(MISSIONS, row -> missions.computeIfAbsent(row.getInt("equipment"), any -> new ArrayList<>())
                .add(new SettingsVersions.Mission(Columns.timeIfAny(row, "departed").orElse(Instant.EPOCH),
                        Columns.timeIfAny(row, "returned").orElse(Instant.MAX))));
        Map<ProbeId, LocalDate> calibrations = new HashMap<>();
        each("SELECT name, calibration_due FROM probe WHERE calibration_due IS NOT NULL", row -> calibrations
                .put(new ProbeId(row.getString("name")), row.getObject("calibration_due", LocalDate.class)));
        Map<Integer, Instant> undated = new HashMap<>();
        each("SELECT device, max(received_at) AS at FROM undated WHERE dated_at IS NULL GROUP BY device",
                row -> undated.put(row.getInt("device"), Columns.time(row, "at")));
        Map<Integer, Watched> equipments = new HashMap<>();
        each(EQUIPMENTS, row -> {
            int id = row.getInt("id");
            List<SettingsVersions.Revision> settings = revisions.getOrDefault(id,
                    List.of(new SettingsVersions.Revision(Instant.EPOCH,
                            SettingsVersions.presetOf(row.getString("kind")), "{}")));
            EquipmentId name = new EquipmentId(row.getString("name"));
            ZoneId zone = ZoneId.of(row.getString("time_zone"));
            List<Placement> hung = placements.getOrDefault(id, List.of());
            SettingsVersions versions = new SettingsVersions(name, zone,
                    StoredSettings.holdover(row.getInt("holdover_seconds")), settings, hung,
                    missions.getOrDefault(id, List.of()));
            Map<ProbeId, LocalDate> due = new HashMap<>();
            hung.stream().filter(placement -> placement.until().equals(Instant.MAX)
                    && calibrations.containsKey(placement.probe()))
                    .forEach(placement -> due.put(placement.probe(), calibrations.get(placement.probe())));
            Optional<Instant> undatedAt = devices.getOrDefault(id, Set.of()).stream().map(undated::get)
                    .filter(Objects::nonNull).max(Instant::compareTo);
            equipments.put(id, new Watched(id, row.getInt("site"), name,
                    versions.all(),
                    Arrivals.of(StoredSettings.preset(settings.getLast().preset()).name(), versions.arrivals(),
                            row.getBoolean("holds"), zone, undatedAt, due),
                    hung, doors.getOrDefault(id, Set.of()), devices.getOrDefault(id, Set.of())));
        });
        Map<DeviceId, Integer> names = new HashMap<>();
        each("SELECT name, id FROM device", row -> names.put(new DeviceId(row.getString("name")), row.getInt("id")));
        return new WatchList(equipments, names);
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
