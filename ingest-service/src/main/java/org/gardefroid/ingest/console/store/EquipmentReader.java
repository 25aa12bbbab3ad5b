package org.gardefroid.ingest.console.store;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.gardefroid.ingest.console.view.AlarmLine;
import org.gardefroid.ingest.console.view.DoorNow;
import org.gardefroid.ingest.console.view.DoseClock;
import org.gardefroid.ingest.console.view.EquipmentNow;
import org.gardefroid.ingest.console.view.ProbeNow;
import org.gardefroid.ingest.console.view.Sparkline;
import org.gardefroid.ingest.store.Row;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.ProbePurpose;

/**
 * Equipments as they are known now: a few statements whatever their number, each by an index, put together here.
 *
 * <p>The day's extremes come from the hours and not from the readings; the hour that is cut by "24 hours ago" counts whole.
 */
@Singleton
public final class EquipmentReader {

    private static final Duration DAY = Duration.ofHours(25);

    /** Without a bound, a probe that was silent for years would make each look search all its chunks. */
    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    private static final String EQUIPMENTS = """
            SELECT e.id, e.name, e.label_fr, e.label_en, e.kind, e.state, e.site,
                coalesce((s.settings ->> 'lowestMilliCelsius')::integer, 2000) AS lowest,
                coalesce((s.settings ->> 'highestMilliCelsius')::integer, 8000) AS highest,
                (SELECT max(j.last_received_at) FROM journal j WHERE j.device IN (
                    SELECT p.device FROM probe p JOIN probe_placement l ON l.probe = p.id
                    WHERE l.equipment = e.id AND upper_inf(l.known) AND upper_inf(l.during))) AS last_heard_at
            FROM equipment e
            LEFT JOIN LATERAL (SELECT settings FROM equipment_setting WHERE equipment = e.id AND since <= ?
                ORDER BY revision DESC LIMIT 1) s ON true
            WHERE {which} ORDER BY e.name""";

    private static final String PROBES = """
            SELECT l.equipment, p.id, p.name, p.purpose, d.record_seconds, last.measured_at, last.milli_celsius, last.fault
            FROM probe_placement l
            JOIN probe p ON p.id = l.probe
            JOIN device d ON d.id = p.device
            JOIN equipment e ON e.id = l.equipment
            LEFT JOIN LATERAL (SELECT measured_at, milli_celsius, fault FROM reading r
                WHERE r.probe = p.id AND r.measured_at > ? ORDER BY r.measured_at DESC LIMIT 1) last ON true
            WHERE upper_inf(l.known) AND l.during @> ?::timestamptz AND {which} ORDER BY p.name""";

    private static final String HOURS = """
            SELECT h.probe, h.bucket, h.min_milli_celsius, h.max_milli_celsius
            FROM reading_hourly h
            WHERE h.bucket > ? AND h.max_milli_celsius IS NOT NULL AND h.probe IN (
                SELECT l.probe FROM probe_placement l JOIN equipment e ON e.id = l.equipment
                WHERE upper_inf(l.known) AND upper_inf(l.during) AND {which})
            ORDER BY h.probe, h.bucket""";

    private static final String DOORS = """
            SELECT d.equipment, d.name, last.became, last.happened_at
            FROM door d
            JOIN equipment e ON e.id = d.equipment
            LEFT JOIN LATERAL (SELECT became, happened_at FROM event v
                WHERE v.subject = d.name AND v.kind = 'door-moved' AND v.happened_at > ?
                ORDER BY v.happened_at DESC LIMIT 1) last ON true
            WHERE {which} ORDER BY d.name""";

    private static final String CLOCKS = """
            SELECT c.equipment, c.vial, c.drawn_from, c.product, c.step, c.started_at, c.deadline_at, c.expired_at
            FROM dose_clock c JOIN equipment e ON e.id = c.equipment
            WHERE c.finished_at IS NULL AND c.voided_at IS NULL AND {which}
            ORDER BY c.deadline_at NULLS FIRST, c.vial""";

    private final AlarmReader alarms;

    EquipmentReader(AlarmReader alarms) {
        this.alarms = alarms;
    }

    public List<EquipmentNow> all(Sql sql, Instant now) {
        return find(sql, now, "true");
    }

    public Optional<EquipmentNow> named(Sql sql, Instant now, String name) {
        return find(sql, now, "e.name = ?", name).stream().findFirst();
    }

    public Optional<EquipmentNow> withId(Sql sql, Instant now, int id) {
        return find(sql, now, "e.id = ?", id).stream().findFirst();
    }

    private List<EquipmentNow> find(Sql sql, Instant now, String which, Object... key) {
        Map<Integer, List<Hour>> hours = new HashMap<>();
        sql.each(HOURS.replace("{which}", which), row -> add(hours, row.number("probe"), hour(row)),
                with(now.minus(DAY), key));
        Map<Integer, List<ProbeNow>> probes = new HashMap<>();
        sql.each(PROBES.replace("{which}", which),
                row -> add(probes, row.number("equipment"),
                        probe(row, hours.getOrDefault(row.number("id"), List.of()))),
                with(now.minus(LOOKED_BACK), with(now, key)));
        Map<Integer, List<DoorNow>> doors = new HashMap<>();
        sql.each(DOORS.replace("{which}", which), row -> add(doors, row.number("equipment"), door(row)),
                with(now.minus(LOOKED_BACK), key));
        Map<Integer, List<DoseClock>> clocks = new HashMap<>();
        sql.each(CLOCKS.replace("{which}", which), row -> add(clocks, row.number("equipment"), clock(row)), key);
        Map<Integer, List<AlarmLine>> open = new HashMap<>();
        alarms.toAnswer(sql, which, key).forEach(alarm -> add(open, alarm.equipment(), alarm));
        return sql.list(EQUIPMENTS.replace("{which}", which), row -> {
            int id = row.number("id");
            EquipmentNow equipment = new EquipmentNow(id, row.text("name"), row.text("label_fr"), row.text("label_en"),
                    row.text("kind"), row.text("state"), row.number("site"), row.number("lowest"),
                    row.number("highest"), row.instantIfAny("last_heard_at"), probes.getOrDefault(id, List.of()),
                    doors.getOrDefault(id, List.of()), clocks.getOrDefault(id, List.of()),
                    open.getOrDefault(id, List.of()), Sparkline.NONE, now);
            return equipment.leading()
                    .map(probe -> equipment.with(Hour.draw(hours.getOrDefault(probe.id(), List.of()), equipment, now)))
                    .orElse(equipment);
        }, with(now, key));
    }

    /** The hours may be made a moment after the readings: the last temperature counts besides. */
    private static ProbeNow probe(Row row, List<Hour> hours) throws SQLException {
        OptionalInt last = row.numberIfAny("milli_celsius");
        IntStream lowest = IntStream.concat(last.stream(), hours.stream().mapToInt(Hour::lowest));
        IntStream highest = IntStream.concat(last.stream(), hours.stream().mapToInt(Hour::highest));
        return new ProbeNow(row.number("id"), row.text("name"),
                ProbePurpose.ofCode(row.text("purpose")),
                row.instantIfAny("measured_at"), last, row.numberIfAny("fault"),
                hours.isEmpty() ? OptionalInt.empty() : lowest.min(),
                hours.isEmpty() ? OptionalInt.empty() : highest.max(),
                Duration.ofSeconds(row.number("record_seconds")));
    }

    private static Hour hour(Row row) throws SQLException {
        return new Hour(row.instant("bucket"), row.number("min_milli_celsius"), row.number("max_milli_celsius"));
    }

    private static DoorNow door(Row row) throws SQLException {
        Optional<Instant> since = row.instantIfAny("happened_at");
        return new DoorNow(row.text("name"), since.isPresent() ? Optional.of(row.flag("became")) : Optional.empty(),
                since);
    }

    private static DoseClock clock(Row row) throws SQLException {
        return new DoseClock(row.text("vial"), row.textIfAny("drawn_from"), row.text("product"), row.text("step"),
                row.instant("started_at"),
                row.instantIfAny("deadline_at"), row.instantIfAny("expired_at"));
    }

    private static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, absent -> new ArrayList<>()).add(value);
    }

    private static Object[] with(Object first, Object... others) {
        Object[] all = new Object[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }
}
