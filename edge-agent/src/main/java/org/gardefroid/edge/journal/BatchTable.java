package org.gardefroid.edge.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Sha256;

/** The table of batches: their bytes, in the order of sealing. */
final class BatchTable {

    /** What a batch takes beside its bytes: its row, its index entries, its share of pages that are not full. */
    static final int BYTES_BESIDE = 256;

    private static final String COST = "length(content) + " + BYTES_BESIDE;

    private BatchTable() {}

    static long cost(SealedBatch batch) {
        return (long) batch.content().length + BYTES_BESIDE;
    }

    /** Whether no batch was ever sealed in this file. */
    static boolean isUnused(Connection connection) throws SQLException {
        return sum(connection, "SELECT sum(seq) FROM sqlite_sequence WHERE name = 'batch'") == 0;
    }

    static void insert(Connection connection, long journal, SealedBatch batch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO batch (journal, number, hash, urgent, sealed_at, content) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, journal);
            insert.setLong(2, batch.id().number());
            insert.setString(3, batch.hash().hex());
            insert.setInt(4, batch.urgent() ? 1 : 0);
            if (batch.sealedAt().isPresent()) {
                insert.setLong(5, batch.sealedAt().get().toEpochMilli());
            } else {
                insert.setNull(5, Types.INTEGER);
            }
            insert.setBytes(6, batch.content());
            insert.executeUpdate();
        }
    }

    static Optional<SealedBatch> find(Connection connection, long journal, BatchId id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT content, hash, urgent, sealed_at FROM batch WHERE journal = ? AND number = ?")) {
            select.setLong(1, journal);
            select.setLong(2, id.number());
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(sealed(result, id)) : Optional.empty();
            }
        }
    }

    /**
     * What a start has to know of the time before it, in the order of sealing: all since {@code recent} before the last
     * date there is, and of what is older all that was urgent.
     */
    static List<SealedBatch> past(Connection connection, DeviceId device, Duration recent) throws SQLException {
        long last = sum(connection,
                "SELECT sealed_at FROM batch WHERE sealed_at IS NOT NULL ORDER BY sequence DESC LIMIT 1");
        long before = sum(connection, "SELECT sequence FROM batch WHERE sealed_at < ? ORDER BY sequence DESC LIMIT 1",
                last - recent.toMillis());
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT b.content, b.hash, b.urgent, b.sealed_at, j.id, b.number
                FROM batch b JOIN journal j ON j.position = b.journal
                WHERE b.sequence > ? OR b.urgent = 1 ORDER BY b.sequence""")) {
            select.setLong(1, before);
            try (ResultSet result = select.executeQuery()) {
                List<SealedBatch> past = new ArrayList<>();
                while (result.next()) {
                    past.add(sealed(result,
                            new BatchId(device, new JournalId(result.getString(5)), result.getLong(6))));
                }
                return past;
            }
        }
    }

    private static SealedBatch sealed(ResultSet result, BatchId id) throws SQLException {
        long millis = result.getLong(4);
        Optional<Instant> sealedAt = result.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
        return new SealedBatch(id, result.getBytes(1), new Sha256(result.getString(2)), result.getInt(3) != 0,
                sealedAt);
    }

    /** What is urgent of a journal and still to be sent. */
    static NumberSet urgent(Connection connection, long journal) throws SQLException {
        return numbers(connection, "SELECT number FROM batch WHERE settled = 0 AND urgent = 1 AND journal = ?",
                journal);
    }

    static NumberSet withBytes(Connection connection, long journal) throws SQLException {
        return numbers(connection, "SELECT number FROM batch WHERE journal = ? ORDER BY number", journal);
    }

    private static NumberSet numbers(Connection connection, String sql, long journal) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, journal);
            try (ResultSet result = select.executeQuery()) {
                NumberSet numbers = NumberSet.EMPTY;
                while (result.next()) {
                    numbers = numbers.with(result.getLong(1));
                }
                return numbers;
            }
        }
    }

    static void settle(Connection connection, long journal, NumberSet numbers, boolean settled) throws SQLException {
        try (PreparedStatement update = connection
                .prepareStatement("UPDATE batch SET settled = ? WHERE journal = ? AND number BETWEEN ? AND ?")) {
            for (NumberRange range : numbers.ranges()) {
                update.setInt(1, settled ? 1 : 0);
                update.setLong(2, journal);
                update.setLong(3, range.first());
                update.setLong(4, range.last());
                update.executeUpdate();
            }
        }
    }

    /** @return the bytes that are free now */
    static long delete(Connection connection, long journal, NumberSet numbers) throws SQLException {
        long freed = 0;
        for (NumberRange range : numbers.ranges()) {
            freed += sum(connection, "SELECT sum(" + COST + ") FROM batch WHERE journal = ? AND number BETWEEN ? AND ?",
                    journal, range.first(), range.last());
            change(connection, "DELETE FROM batch WHERE journal = ? AND number BETWEEN ? AND ?", journal, range.first(),
                    range.last());
        }
        return freed;
    }

    /** @return the bytes that are free now */
    static long deleteSettledUpTo(Connection connection, long sequence) throws SQLException {
        long freed = sum(connection, "SELECT sum(" + COST + ") FROM batch WHERE settled = 1 AND sequence <= ?",
                sequence);
        change(connection, "DELETE FROM batch WHERE settled = 1 AND sequence <= ?", sequence);
        return freed;
    }

    /** The youngest that was sealed before {@code instant} by a trusted clock, or 0. */
    static long youngestSealedBefore(Connection connection, Instant instant) throws SQLException {
        return sum(connection, "SELECT max(sequence) FROM batch WHERE sealed_at < ?", instant.toEpochMilli());
    }

    /** The first in the order of sealing with which the settled ones up to it free so many bytes, or the last there is. */
    static long settledThatFree(Connection connection, long bytes) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("SELECT sequence, " + COST + " FROM batch WHERE settled = 1 ORDER BY sequence")) {
            try (ResultSet result = select.executeQuery()) {
                long sequence = 0;
                for (long free = 0; free < bytes && result.next(); free += result.getLong(2)) {
                    sequence = result.getLong(1);
                }
                return sequence;
            }
        }
    }

    /** The oldest that are neither delivered nor rejected, enough to free so many bytes, if there are enough. */
    static Map<JournalId, NumberSet> oldestUnsettled(Connection connection, long bytes) throws SQLException {
        Map<JournalId, NumberSet> oldest = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT j.id, b.number, length(b.content) FROM batch b JOIN journal j ON j.position = b.journal
                WHERE b.settled = 0 ORDER BY b.sequence"""); ResultSet result = select.executeQuery()) {
            for (long found = 0; found < bytes && result.next(); found += result.getLong(3) + BYTES_BESIDE) {
                oldest.merge(new JournalId(result.getString(1)), NumberSet.of(result.getLong(2)), NumberSet::union);
            }
        }
        return oldest;
    }

    /** What the batches take. */
    static long used(Connection connection) throws SQLException {
        return sum(connection, "SELECT sum(" + COST + ") FROM batch");
    }

    private static long sum(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setLong(i + 1, parameters[i]);
            }
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    private static void change(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
