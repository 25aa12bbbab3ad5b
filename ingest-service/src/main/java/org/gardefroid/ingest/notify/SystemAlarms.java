package org.gardefroid.ingest.notify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Alarms of the installation as a whole: one at a time of each kind and site. Their cascade is begun by the next round. */
final class SystemAlarms {

    private static final String RAISE = """
            WITH raised AS (
                INSERT INTO alarm (site, subject, rule, category, severity, since, raised_at)
                SELECT s.id, s.name, ?, 'technical', ?, ?, ? FROM site s
                WHERE s.id = coalesce(?, (SELECT min(id) FROM site)) AND NOT EXISTS (SELECT FROM alarm a WHERE a.site = s.id
                    AND a.rule = ? AND a.cleared_at IS NULL AND a.withdrawn_at IS NULL AND a.closed_at IS NULL)
                RETURNING id, raised_at)
            INSERT INTO alarm_history (alarm, at, what) SELECT id, raised_at, 'raised' FROM raised""";
    private static final String CLEAR = """
            WITH cleared AS (
                UPDATE alarm SET cleared_at = ? WHERE rule = ? AND raised_at <= ? AND equipment IS NULL
                    AND cleared_at IS NULL AND withdrawn_at IS NULL RETURNING id, cleared_at)
            INSERT INTO alarm_history (alarm, at, what) SELECT id, cleared_at, 'cleared' FROM cleared""";

    private final Connection connection;

    SystemAlarms(Connection connection) {
        this.connection = connection;
    }

    /** @param site 0 for the first one, where whoever runs the installation is */
    int raise(Trouble trouble, int site, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RAISE)) {
            insert.setString(1, trouble.code());
            insert.setString(2, trouble == Trouble.WEEKLY_TEST ? "warning" : "critical");
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setObject(5, site == 0 ? null : site, java.sql.Types.INTEGER);
            insert.setString(6, trouble.code());
            return insert.executeUpdate();
        }
    }

    int clear(Trouble trouble, Instant raisedUntil, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLEAR)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, trouble.code());
            update.setObject(3, raisedUntil.atOffset(ZoneOffset.UTC));
            return update.executeUpdate();
        }
    }
}
