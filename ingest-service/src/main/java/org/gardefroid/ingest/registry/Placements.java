package org.gardefroid.ingest.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where probes hang, in both times: when it was so, and when it was known. */
final class Placements {

    private static final String CURRENT = """
            SELECT e.name FROM probe_placement l JOIN probe p ON p.id = l.probe JOIN equipment e ON e.id = l.equipment
            WHERE p.name = ? AND upper_inf(l.known) AND upper_inf(l.during)
            """;

    /** What was believed without an end is no longer believed … */
    private static final String FORGET = """
            UPDATE probe_placement l SET known = tstzrange(lower(l.known), now())
            FROM probe p WHERE p.id = l.probe AND p.name = ? AND upper_inf(l.known) AND upper_inf(l.during)
            RETURNING l.probe, l.equipment, lower(l.during)
            """;

    /** … but that it ended now. */
    private static final String ENDED = """
            INSERT INTO probe_placement (probe, equipment, during) VALUES (?, ?, tstzrange(?::timestamptz, now()))
            """;

    private static final String PLACE = """
            INSERT INTO probe_placement (probe, equipment, during)
            SELECT p.id, e.id, tstzrange(coalesce(?::timestamptz, now()), NULL) FROM probe p, equipment e WHERE p.name = ? AND e.name = ?
            """;

    private final Connection connection;

    Placements(Connection connection) {
        this.connection = connection;
    }

    /** @param since used only if the probe hung nowhere before; else it was moved now */
    void probe(String probe, String equipment, String since) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CURRENT)) {
            select.setString(1, probe);
            ResultSet row = select.executeQuery();
            if (!row.next()) {
                place(since, probe, equipment);
            } else if (!row.getString(1).equals(equipment)) {
                end(probe);
                place(null, probe, equipment);
            }
        }
    }

    private void end(String probe) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement ended = connection.prepareStatement(ENDED)) {
            forget.setString(1, probe);
            ResultSet row = forget.executeQuery();
            while (row.next()) {
                ended.setInt(1, row.getInt(1));
                ended.setInt(2, row.getInt(2));
                ended.setString(3, row.getString(3));
                ended.executeUpdate();
            }
        }
    }

    private void place(@Nullable String since, String probe, String equipment) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PLACE)) {
            insert.setString(1, since);
            insert.setString(2, probe);
            insert.setString(3, equipment);
            insert.executeUpdate();
        }
    }
}
