package org.gardefroid.ingest.receive;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.Temperature;

/** Reads committed batches back: for whoever judges after a restart, or was told too much at once. */
@Singleton
public final class StoredBatches {

    /** What is stored with its date, and not judged; batches that are held come when they have one. */
    private static final String UNJUDGED = """
            SELECT l.source, l.number, l.received_at, l.journal, l.device, d.name, l.brief, l.first_at, l.last_at
            FROM journal j
            JOIN device d ON d.id = j.device
            LEFT JOIN judged g ON g.device = j.device AND g.journal = j.journal
            CROSS JOIN LATERAL unnest(j.stored - coalesce(g.numbers, '{}')) AS open
            JOIN batch_log l ON l.device = j.device AND l.journal = j.journal
                 AND l.number >= lower(open) AND l.number < upper(open)
            WHERE d.shard = ANY(?) AND j.stored <> coalesce(g.numbers, '{}')
              AND NOT EXISTS (SELECT FROM undated u WHERE u.source = l.source AND u.dated_at IS NULL)
            ORDER BY l.source LIMIT ?
            """;

    private static final String ONE = """
            SELECT l.source, l.number, l.received_at, l.journal, l.device, d.name, l.brief, l.first_at, l.last_at
            FROM batch_log l JOIN device d ON d.id = l.device
            WHERE l.device = (SELECT id FROM device WHERE name = ?) AND l.journal = ? AND l.number = ?
            """;

    /** By the index of probe and time: the reading itself has none by its batch. */
    private static final String READINGS = """
            SELECT r.measured_at, p.name, r.milli_celsius, r.fault
            FROM probe p JOIN reading r ON r.probe = p.id
            WHERE p.device = ? AND r.measured_at BETWEEN ? AND ? AND r.source = ?
            ORDER BY r.measured_at, p.name
            """;

    private static final String EVENTS = """
            SELECT happened_at, kind, subject, became, document FROM event
            WHERE device = ? AND happened_at BETWEEN ? AND ? AND source = ? ORDER BY happened_at, position
            """;

    private final Transactions transactions;

    public StoredBatches(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Line(long source, BatchId id, Instant receivedAt, int device, Optional<Sha256> brief,
            OffsetDateTime firstAt, OffsetDateTime lastAt) {}

    /** The oldest of what the devices of these shards have stored and nobody has judged, at most so many. */
    public List<CommittedBatch> unjudged(List<Integer> shards, int most) throws SQLException {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(UNJUDGED)) {
                select.setArray(1, connection.createArrayOf("int4", shards.toArray()));
                select.setInt(2, most);
                return whole(connection, select);
            }
        });
    }

    public Optional<CommittedBatch> find(BatchId id) throws SQLException {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ONE)) {
                select.setString(1, id.device().value());
                select.setObject(2, Journals.uuid(id.journal()));
                select.setLong(3, id.number());
                return whole(connection, select).stream().findFirst();
            }
        });
    }

    /** Marks batches as judged, in the caller's transaction: beside what judging them wrote. */
    public void markJudged(Connection connection, List<BatchId> ids) throws SQLException {
        String sql = """
                INSERT INTO judged (device, journal, numbers)
                SELECT d.id, ?, ?::int8multirange FROM device d WHERE d.name = ?
                ON CONFLICT (device, journal) DO UPDATE SET numbers = judged.numbers + excluded.numbers
                """;
        Map<BatchId, List<Long>> byJournal = new TreeMap<>();
        for (BatchId id : ids) {
            byJournal.computeIfAbsent(new BatchId(id.device(), id.journal(), 1), journal -> new ArrayList<>())
                    .add(id.number());
        }
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (Map.Entry<BatchId, List<Long>> journal : byJournal.entrySet()) {
                upsert.setObject(1, Journals.uuid(journal.getKey().journal()));
                upsert.setString(2, Multirange.text(NumberSet
                        .of(journal.getValue().stream().mapToLong(Long::longValue).toArray())));
                upsert.setString(3, journal.getKey().device().value());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static List<CommittedBatch> whole(Connection connection, PreparedStatement select) throws SQLException {
        List<Line> lines = new ArrayList<>();
        ResultSet row = select.executeQuery();
        while (row.next()) {
            byte[] brief = row.getBytes(7);
            lines.add(new Line(row.getLong(1),
                    new BatchId(new DeviceId(row.getString(6)), Journals.journal(row.getObject(4, UUID.class)),
                            row.getLong(2)),
                    instant(row, 3), row.getInt(5),
                    brief == null ? Optional.empty() : Optional.of(Sha256.ofBytes(brief)),
                    row.getObject(8, OffsetDateTime.class), row.getObject(9, OffsetDateTime.class)));
        }
        List<CommittedBatch> batches = new ArrayList<>(lines.size());
        for (Line line : lines) {
            List<DatedRecord> records = new ArrayList<>();
            readings(connection, line, records);
            events(connection, line, records);
            records.sort((one, other) -> one.at().compareTo(other.at()));
            batches.add(new CommittedBatch(line.id, line.source, line.brief, line.receivedAt, records));
        }
        return batches;
    }

    private static void readings(Connection connection, Line line, List<DatedRecord> records) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READINGS)) {
            set(select, line);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                int milliCelsius = row.getInt(3);
                Measurement measurement = row.wasNull()
                        ? ProbeFault.ofNumber(row.getInt(4)).orElseThrow()
                        : new Temperature(milliCelsius);
                records.add(new Reading(new ProbeId(row.getString(2)), instant(row, 1), measurement));
            }
        }
    }

    private static void events(Connection connection, Line line, List<DatedRecord> records) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
            set(select, line);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                boolean became = row.getBoolean(4);
                records.add(new Occurrence(instant(row, 1),
                        new EventForm(row.getString(2), Optional.ofNullable(row.getString(3)),
                                row.wasNull() ? Optional.empty() : Optional.of(became),
                                EventForm.parse(row.getString(5)))
                                .event()));
            }
        }
    }

    private static void set(PreparedStatement select, Line line) throws SQLException {
        select.setInt(1, line.device);
        select.setObject(2, line.firstAt);
        select.setObject(3, line.lastAt);
        select.setLong(4, line.source);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
