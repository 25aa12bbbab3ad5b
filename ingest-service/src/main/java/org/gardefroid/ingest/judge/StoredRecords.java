package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gardefroid.alerting.RecordSource;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Event.DoorMoved;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Temperature;

/** What the database has of one equipment: the readings of its probes while they hung in it, and its doors. */
final class StoredRecords implements RecordSource {

    private static final int FETCHED_AT_ONCE = 5_000;

    private static final String SELECT = """
            SELECT at, probe, milli_celsius, fault, kind, door, became, percent, minutes FROM (
                SELECT measured_at AS at, probe, milli_celsius, fault, NULL AS kind, NULL AS door, NULL AS became,
                    NULL::integer AS percent, NULL::bigint AS minutes
                FROM reading WHERE probe = ANY(?) AND measured_at >= ?
                UNION ALL
                SELECT happened_at, NULL, NULL, NULL, kind, subject, became, NULL, NULL
                FROM event WHERE kind = 'door-moved' AND subject = ANY(?) AND happened_at >= ?
                UNION ALL
                SELECT happened_at, NULL, NULL, NULL, kind, subject, became, (document ->> 'percent')::integer,
                    (document ->> 'minutes')::bigint
                FROM event WHERE kind IN ('power-changed', 'battery-level', 'vials-turned', 'vials-struck') AND device = ANY(?) AND happened_at >= ?
            ) AS record ORDER BY at""";

    private final Connection connection;
    private final WatchList watchList;
    private final Watched watched;

    /** @param connection within a transaction: rows are fetched as they are read */
    StoredRecords(Connection connection, WatchList watchList, Watched watched) {
        this.connection = connection;
        this.watchList = watchList;
        this.watched = watched;
    }

    @Override
    public void read(EquipmentId equipment, Instant from, Consumer<DatedRecord> each) {
        Map<Integer, ProbeId> probes = new HashMap<>();
        watched.placements().forEach(placement -> probes.put(placement.probeId(), placement.probe()));
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            select.setArray(1, connection.createArrayOf("int4", probes.keySet().toArray()));
            select.setObject(2, Columns.time(from));
            select.setArray(3, connection.createArrayOf("text", watched.doors().stream().map(DoorId::value).toArray()));
            select.setObject(4, Columns.time(from));
            select.setArray(5, connection.createArrayOf("int4", watched.devices().stream()
                    .filter(device -> watchList.equipmentOfVials(device) == watched.id()).toArray()));
            select.setObject(6, Columns.time(from));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Instant at = Columns.time(row, "at");
                    String kind = row.getString("kind");
                    if (kind != null) {
                        each.accept(new Occurrence(at, event(kind, row)));
                        continue;
                    }
                    ProbeId probe = probes.get(row.getInt("probe"));
                    if (probe != null && watchList.equipmentOf(probe, at) == watched.id()) {
                        each.accept(new Reading(probe, at, measurement(row)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new StorageFault(e);
        }
    }

    private static Event event(String kind, ResultSet row) throws SQLException {
        boolean became = row.getBoolean("became");
        return switch (kind) {
            case "power-changed" -> new Event.PowerChanged(became);
            case "vials-turned" -> new Event.VialsTurned(became);
            case "vials-struck" -> new Event.VialsStruck();
            case "battery-level" -> battery(row);
            default -> new DoorMoved(new DoorId(row.getString("door")), became);
        };
    }

    private static Event battery(ResultSet row) throws SQLException {
        int percent = row.getInt("percent");
        long minutes = row.getLong("minutes");
        return new Event.BatteryLevel(percent,
                row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes)));
    }

    private static Measurement measurement(ResultSet row) throws SQLException {
        int milliCelsius = row.getInt("milli_celsius");
        return row.wasNull()
                ? ProbeFault.ofNumber(row.getInt("fault")).orElseThrow()
                : new Temperature(milliCelsius);
    }
}
