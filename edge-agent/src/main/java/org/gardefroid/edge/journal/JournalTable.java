package org.gardefroid.edge.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Sha256;

/** The table of journals: what became of each number, which outlives the bytes. */
final class JournalTable {

    private static final String COLUMNS = "position, id, last_number, last_hash, delivered, rejected, dropped";

    private JournalTable() {}

    /** @param position the order of opening */
    record Row(
            long position,
            JournalId id,
            long lastNumber,
            Sha256 lastHash,
            NumberSet delivered,
            NumberSet rejected,
            NumberSet dropped) {

        NumberSet all() {
            return NumberSet.range(1, lastNumber);
        }

        NumberSet toSend() {
            return all().minus(delivered).minus(rejected).minus(dropped);
        }

        Row with(NumberSet nowDelivered, NumberSet nowRejected, NumberSet nowDropped) {
            return new Row(position, id, lastNumber, lastHash, nowDelivered, nowRejected, nowDropped);
        }
    }

    static List<Row> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("SELECT " + COLUMNS + " FROM journal ORDER BY position");
                ResultSet result = select.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        }
    }

    static Optional<Row> find(Connection connection, JournalId id) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("SELECT " + COLUMNS + " FROM journal WHERE id = ?")) {
            select.setString(1, id.value());
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(row(result)) : Optional.empty();
            }
        }
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(result.getLong(1), new JournalId(result.getString(2)), result.getLong(3),
                new Sha256(result.getString(4)), NumberSetText.read(result.getString(5)),
                NumberSetText.read(result.getString(6)), NumberSetText.read(result.getString(7)));
    }

    /** A journal begins with its first batch. */
    static void begin(Connection connection, JournalId id, Sha256 hash) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("INSERT INTO journal (id, last_number, last_hash) VALUES (?, 1, ?)")) {
            insert.setString(1, id.value());
            insert.setString(2, hash.hex());
            insert.executeUpdate();
        }
    }

    /**
     * What is known of a journal whose file was set aside. It is nobody's predecessor: its last hash may be an old one,
     * and is not taken over. What was still to be sent is gone.
     */
    static void salvage(Connection connection, Row row) throws SQLException {
        if (find(connection, row.id()).isPresent()) {
            return; // a damaged table may say anything, even one name twice
        }
        begin(connection, row.id(), Sha256.NONE);
        Row begun = find(connection, row.id()).orElseThrow();
        advance(connection, begun, row.lastNumber(), Sha256.NONE);
        NumberSet settled = row.delivered().union(row.rejected()).intersect(row.all());
        writeSets(connection, begun.with(settled, NumberSet.EMPTY, row.all().minus(settled)));
    }

    static void advance(Connection connection, Row row, long number, Sha256 hash) throws SQLException {
        try (PreparedStatement update = connection
                .prepareStatement("UPDATE journal SET last_number = ?, last_hash = ? WHERE position = ?")) {
            update.setLong(1, number);
            update.setString(2, hash.hex());
            update.setLong(3, row.position());
            update.executeUpdate();
        }
    }

    static void writeSets(Connection connection, Row row) throws SQLException {
        try (PreparedStatement update = connection
                .prepareStatement("UPDATE journal SET delivered = ?, rejected = ?, dropped = ? WHERE position = ?")) {
            update.setString(1, NumberSetText.write(row.delivered()));
            update.setString(2, NumberSetText.write(row.rejected()));
            update.setString(3, NumberSetText.write(row.dropped()));
            update.setLong(4, row.position());
            update.executeUpdate();
        }
    }

    /** Journals that are settled and have no bytes left are of no more interest; the newest is, for its last hash. */
    static void deleteForgotten(Connection connection) throws SQLException {
        List<Row> rows = all(connection);
        for (Row row : rows.subList(0, Math.max(0, rows.size() - 1))) {
            if (row.toSend().isEmpty() && row.dropped().isEmpty()) {
                try (PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM journal WHERE position = ?1 AND NOT EXISTS (SELECT 1 FROM batch WHERE journal = ?1)")) {
                    delete.setLong(1, row.position());
                    delete.executeUpdate();
                }
            }
        }
    }
}
