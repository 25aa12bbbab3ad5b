package org.gardefroid.ingest.notify;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.Cause;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks which cascades have something due, each in a transaction of its own: one alarm's trouble is not the others'. */
@Singleton
final class CascadeRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CascadeRounds.class);

    private static final int AT_ONCE = 200;

    private static final String DUE = """
            SELECT alarm AS id FROM cascade_run WHERE next_at <= ? ORDER BY next_at LIMIT ?""";
    /** Alarms of the watching itself come of no fact, and whoever raises one only writes its row. */
    private static final String NOT_BEGUN = """
            SELECT a.id FROM alarm a
            WHERE a.category = 'technical' AND NOT a.document ?? 'cause' AND a.raised_at <= ? AND a.cleared_at IS NULL
                AND a.acknowledged_at IS NULL AND a.withdrawn_at IS NULL AND a.closed_at IS NULL
                AND NOT EXISTS (SELECT FROM cascade_run r WHERE r.alarm = a.id)
            ORDER BY a.id LIMIT ?""";
    private static final String TROUBLE = """
            SELECT a.rule, a.subject, a.severity, a.since, s.time_zone, coalesce(e.label_fr, s.label_fr) AS label_fr,
                coalesce(e.label_en, s.label_en) AS label_en, coalesce(e.fallback_fr, '') AS fallback_fr,
                coalesce(e.fallback_en, '') AS fallback_en
            FROM alarm a JOIN site s ON s.id = a.site LEFT JOIN equipment e ON e.id = a.equipment
            WHERE a.id = ? FOR NO KEY UPDATE OF a""";

    private final Transactions transactions;
    private final Channels channels;

    CascadeRounds(Transactions transactions, Channels channels) {
        this.transactions = transactions;
        this.channels = channels;
    }

    /** @return how many messages were written */
    int round(Instant now) throws SQLException {
        int written = 0;
        for (long alarm : alarms(NOT_BEGUN, now)) {
            written += apart(alarm, connection -> new CascadeRun(connection, channels)
                    .begin(alarm, trouble(connection, alarm), now));
        }
        for (long alarm : alarms(DUE, now)) {
            written += apart(alarm, connection -> new CascadeRun(connection, channels).advance(alarm, now));
        }
        return written;
    }

    private int apart(long alarm, Transactions.Work<Integer> work) {
        try {
            return transactions.in(work);
        } catch (SQLException | RuntimeException e) {
            LOG.error("cascade waits alarm={} because={}", alarm, e.getMessage(), e);
            return 0;
        }
    }

    private List<Long> alarms(String which, Instant now) throws SQLException {
        return transactions.in(connection -> {
            List<Long> alarms = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(which)) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                select.setInt(2, AT_ONCE);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        alarms.add(row.getLong("id"));
                    }
                }
            }
            return alarms;
        });
    }

    private static Notice trouble(Connection connection, long alarm) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TROUBLE)) {
            select.setLong(1, alarm);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Notice(NoticeKind.RAISED, Cause.WATCHING, row.getString("severity").equals("critical"),
                        false,
                        row.getString("label_fr"), row.getString("label_en"), ZoneId.of(row.getString("time_zone")),
                        row.getObject("since", OffsetDateTime.class).toInstant(), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Duration.ZERO, Optional.of(row.getString("subject")),
                        Optional.of(Trouble.ofCode(row.getString("rule"))), false, row.getString("fallback_fr"),
                        row.getString("fallback_en"));
            }
        }
    }
}
