package org.gardefroid.ingest.receive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gardefroid.ingest.registry.Directory;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.wire.BatchCodec;

/** Batches that are stored whole because they cannot be shown yet; see the table {@code undated}. */
final class HeldBatches {

    private static final String ONE = """
            SELECT source, received_at, bytes FROM undated
            WHERE device = ? AND journal = ? AND number = ? AND dated_at IS NULL
            """;

    private static final String DUE = """
            SELECT u.source, u.received_at, u.bytes, d.name, u.journal, u.number, l.monotonic_millis, l.wall
            FROM undated u JOIN device d ON d.id = u.device
                 JOIN batch_log l ON l.device = u.device AND l.journal = u.journal AND l.number = u.number
            WHERE l.wall IS NOT NULL AND u.not_before <= ? AND u.dated_at IS NULL AND d.shard = ANY(?)
            ORDER BY u.not_before LIMIT 100 FOR UPDATE OF u
            """;

    private static final String DATED = "UPDATE undated SET dated_at = now() WHERE source = ?";

    private static final String LOG = """
            UPDATE batch_log SET first_at = ?, last_at = ?, monotonic_millis = ?, wall = ?
            WHERE device = ? AND journal = ? AND number = ?
            """;

    private static final String CLOCK = """
            UPDATE batch_log SET monotonic_millis = ?, wall = ? WHERE device = ? AND journal = ? AND number = ?
            """;

    private static final String POSTPONE = "UPDATE undated SET held_because = 'future', not_before = ? WHERE source = ?";

    private final Connection connection;
    private final Directory directory;

    HeldBatches(Connection connection, Directory directory) {
        this.connection = connection;
        this.directory = directory;
    }

    /** @param batch as it was sent */
    record Held(long source, Instant receivedAt, Batch batch) {

        List<DatedRecord> date(BatchClock clock) {
            return batch.records().stream().map(record -> clock.date(record).orElseThrow()).toList();
        }
    }

    /** @param clock what dates it: its own, or that of the batch that dated it to the future */
    record Due(Held held, BatchClock clock) {}

    Optional<Held> find(BatchId id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setInt(1, directory.device(id.device()).orElseThrow().id());
            select.setObject(2, Journals.uuid(id.journal()));
            select.setLong(3, id.number());
            ResultSet row = select.executeQuery();
            return row.next() ? Optional.of(held(id, row)) : Optional.empty();
        }
    }

    /** What claimed to be of the future, and is so no more. */
    List<Due> due(Instant now, List<Integer> shards) throws SQLException {
        List<Due> due = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setArray(2, connection.createArrayOf("int4", shards.toArray()));
            ResultSet row = select.executeQuery();
            while (row.next()) {
                Held held = held(new BatchId(new DeviceId(row.getString(4)),
                        Journals.journal(row.getObject(5, UUID.class)), row.getLong(6)), row);
                due.add(new Due(held, new BatchClock(held.batch().clock().boot(), row.getLong(7),
                        Optional.of(row.getObject(8, OffsetDateTime.class).toInstant()))));
            }
        }
        return due;
    }

    private static Held held(BatchId id, ResultSet row) throws SQLException {
        return new Held(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(),
                BatchCodec.decode(id, row.getBytes(3)).orThrow());
    }

    /** @param clock what it is dated by: its line in the log may have to date others in its turn */
    void markDated(Held held, Span span, BatchClock clock) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(DATED)) {
            update.setLong(1, held.source());
            update.executeUpdate();
        }
        BatchId id = held.batch().id();
        try (PreparedStatement update = connection.prepareStatement(LOG)) {
            update.setObject(1, span.first().atOffset(ZoneOffset.UTC));
            update.setObject(2, span.last().atOffset(ZoneOffset.UTC));
            update.setLong(3, clock.monotonicMillis());
            update.setObject(4, clock.wall().map(wall -> wall.atOffset(ZoneOffset.UTC)).orElseThrow());
            update.setInt(5, directory.device(id.device()).orElseThrow().id());
            update.setObject(6, Journals.uuid(id.journal()));
            update.setLong(7, id.number());
            update.executeUpdate();
        }
    }

    /** @param clock what dated it, and will again when its time has come */
    void postpone(Held held, Instant notBefore, BatchClock clock) throws SQLException {
        BatchId id = held.batch().id();
        try (PreparedStatement update = connection.prepareStatement(CLOCK)) {
            update.setLong(1, clock.monotonicMillis());
            update.setObject(2, clock.wall().map(wall -> wall.atOffset(ZoneOffset.UTC)).orElseThrow());
            update.setInt(3, directory.device(id.device()).orElseThrow().id());
            update.setObject(4, Journals.uuid(id.journal()));
            update.setLong(5, id.number());
            update.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(POSTPONE)) {
            update.setObject(1, notBefore.atOffset(ZoneOffset.UTC));
            update.setLong(2, held.source());
            update.executeUpdate();
        }
    }
}
