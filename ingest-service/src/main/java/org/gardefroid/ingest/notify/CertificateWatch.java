package org.gardefroid.ingest.notify;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gardefroid.ingest.enrolment.EnrolmentSettings;
import org.gardefroid.ingest.store.Transactions;

/**
 * Looks ahead: a device that should have renewed its certificate for a while and has not is a technical alarm now, weeks
 * before it falls silent. It is over when the next certificate is there, or the device is revoked.
 */
@Singleton
final class CertificateWatch {

    private static final String RULE = Trouble.CERTIFICATE_ENDS.code();

    /** The last certificate of each device that may speak, where it ends soon. */
    private static final String ENDING = """
            SELECT d.id, d.site, d.name, max(c.ends_at) AS ends_at FROM device d JOIN device_certificate c ON c.device = d.id
            WHERE d.revoked_at IS NULL AND c.revoked_at IS NULL GROUP BY d.id HAVING max(c.ends_at) < ?""";

    private static final String RAISE = "WITH ending AS (" + ENDING
            + """
                    ), raised AS (
                        INSERT INTO alarm (site, equipment, device, subject, rule, category, severity, since, raised_at)
                        SELECT e.site, (SELECT min(pp.equipment) FROM probe_placement pp JOIN probe p ON p.id = pp.probe
                                WHERE p.device = e.id AND upper_inf(pp.known) AND upper_inf(pp.during)),
                            e.id, e.name || ', ' || to_char(e.ends_at AT TIME ZONE s.time_zone, 'DD/MM'), ?, 'technical', 'warning', ?, ?
                        FROM ending e JOIN site s ON s.id = e.site
                        WHERE NOT EXISTS (SELECT FROM alarm a WHERE a.device = e.id AND a.rule = ?
                            AND a.cleared_at IS NULL AND a.closed_at IS NULL AND a.withdrawn_at IS NULL)
                        RETURNING id, raised_at)
                    INSERT INTO alarm_history (alarm, at, what) SELECT id, raised_at, 'raised' FROM raised""";

    private static final String CLEAR = "WITH ending AS (" + ENDING + """
            ), cleared AS (
                UPDATE alarm SET cleared_at = ? WHERE rule = ? AND cleared_at IS NULL AND withdrawn_at IS NULL
                    AND device NOT IN (SELECT id FROM ending)
                RETURNING id, cleared_at)
            INSERT INTO alarm_history (alarm, at, what) SELECT id, cleared_at, 'cleared' FROM cleared""";

    private final Transactions transactions;
    private final Duration before;

    /** What is left of a certificate when a third of the time to renew it is gone: ten days late of thirty, as it is shipped. */
    CertificateWatch(Transactions transactions, EnrolmentSettings settings) {
        this.transactions = transactions;
        this.before = settings.certificateLasts().minus(settings.renewAfter()).multipliedBy(2).dividedBy(3);
    }

    void round(Instant now) throws SQLException {
        transactions.in(connection -> run(connection, CLEAR, now.plus(before), now, RULE)
                + run(connection, RAISE, now.plus(before), RULE, now, now, RULE));
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1,
                        values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
