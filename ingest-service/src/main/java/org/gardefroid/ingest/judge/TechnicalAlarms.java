package org.gardefroid.ingest.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Alarms of the watching itself, which come of no fact: one at a time of each kind. */
final class TechnicalAlarms {

    static final String JUDGING_FAILED = "judging-failed";
    static final String GOODS_NOT_JUDGED = "goods-not-judged";

    private static final String RAISE = """
            WITH raised AS (
                INSERT INTO alarm (site, equipment, subject, rule, category, severity, since, raised_at)
                SELECT ?, ?, ?, ?, 'technical', 'critical', ?, ?
                WHERE NOT EXISTS (SELECT 1 FROM alarm WHERE equipment = ? AND rule = ? AND cleared_at IS NULL
                    AND withdrawn_at IS NULL)
                RETURNING id, raised_at)
            INSERT INTO alarm_history (alarm, at, what) SELECT id, raised_at, 'raised' FROM raised""";

    private static final String STANDING = """
            SELECT equipment FROM alarm WHERE rule = ? AND category = 'technical' AND equipment IS NOT NULL
                AND cleared_at IS NULL AND withdrawn_at IS NULL""";

    private static final String CLEAR = """
            WITH cleared AS (
                UPDATE alarm SET cleared_at = ? WHERE equipment = ? AND rule = ? AND cleared_at IS NULL
                    AND withdrawn_at IS NULL
                RETURNING id, cleared_at)
            INSERT INTO alarm_history (alarm, at, what) SELECT id, cleared_at, 'cleared' FROM cleared""";

    /** Of a device that sends what cannot be: two cards or a copied key use one identity, or a batch was changed. */
    private static final String FORKED = """
            WITH forked AS (
                SELECT q.device, q.reason, min(q.received_at) AS since FROM quarantine q
                WHERE q.reason IN ('fork', 'broken-chain') AND q.device IS NOT NULL
                    AND q.received_at > coalesce((SELECT max(a.raised_at) FROM alarm a
                        WHERE a.device = q.device AND a.rule = q.reason), '-infinity')
                GROUP BY q.device, q.reason),
            raised AS (
                INSERT INTO alarm (site, equipment, device, subject, rule, category, severity, since, raised_at)
                SELECT d.site, (SELECT min(pp.equipment) FROM probe_placement pp JOIN probe p ON p.id = pp.probe
                        WHERE p.device = d.id AND upper_inf(pp.known) AND upper_inf(pp.during)),
                    d.id, d.name, f.reason, 'technical', 'critical', f.since, ?
                FROM forked f JOIN device d ON d.id = f.device
                WHERE NOT EXISTS (SELECT 1 FROM alarm a WHERE a.device = d.id AND a.rule = f.reason
                    AND a.closed_at IS NULL AND a.withdrawn_at IS NULL)
                RETURNING id, raised_at)
            INSERT INTO alarm_history (alarm, at, what) SELECT id, raised_at, 'raised' FROM raised""";

    private final Connection connection;

    TechnicalAlarms(Connection connection) {
        this.connection = connection;
    }

    void raise(Watched watched, String rule, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RAISE)) {
            insert.setInt(1, watched.site());
            insert.setInt(2, watched.id());
            insert.setString(3, watched.name().value());
            insert.setString(4, rule);
            insert.setObject(5, Columns.time(now));
            insert.setObject(6, Columns.time(now));
            insert.setInt(7, watched.id());
            insert.setString(8, rule);
            insert.executeUpdate();
        }
    }

    void clear(Watched watched, String rule, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLEAR)) {
            update.setObject(1, Columns.time(now));
            update.setInt(2, watched.id());
            update.setString(3, rule);
            update.executeUpdate();
        }
    }

    /** The numbers of the equipments that such an alarm stands of. */
    Set<Integer> standing(String rule) throws SQLException {
        Set<Integer> equipments = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setString(1, rule);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    equipments.add(row.getInt(1));
                }
            }
        }
        return equipments;
    }

    void raiseForks(Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FORKED)) {
            insert.setObject(1, Columns.time(now));
            insert.executeUpdate();
        }
    }
}
