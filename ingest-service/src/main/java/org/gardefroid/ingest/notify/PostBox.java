package org.gardefroid.ingest.notify;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.cascade.Channel;
import org.gardefroid.ingest.store.Transactions;

/** What is to be sent, and what became of it, in the database. */
@Singleton
class PostBox {

    private static final int AT_ONCE = 50;

    private static final String DUE = """
            SELECT n.id, n.key, n.alarm, a.code, n.channel, coalesce(e.name, '') AS equipment, n.address,
                n.language, n.document, n.made_at, n.attempts
            FROM notification n JOIN alarm a ON a.id = n.alarm LEFT JOIN equipment e ON e.id = a.equipment
            WHERE n.state = 'pending' AND (n.channel = 'mail') = ? AND n.next_attempt_at <= ?
            ORDER BY n.next_attempt_at, n.id LIMIT ?""";

    private static final String NEXT = """
            SELECT min(next_attempt_at) AS at FROM notification WHERE state = 'pending' AND next_attempt_at > ?""";

    private static final String TRIED = """
            UPDATE notification SET state = ?, attempts = attempts + 1, last_attempt_at = ?, peer_said = ?,
                accepted_at = ?, next_attempt_at = ?
            WHERE id = ? AND state = 'pending'""";
    private static final String ATTEMPT = """
            INSERT INTO notification_attempt (notification, attempt, at, outcome, peer_said)
            SELECT id, attempts, ?, ?, ? FROM notification WHERE id = ?""";

    private final Transactions transactions;

    PostBox(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param byMail or by what goes over HTTP */
    List<Posted> due(boolean byMail, Instant now) throws SQLException {
        return transactions.in(connection -> {
            List<Posted> due = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(DUE)) {
                select.setBoolean(1, byMail);
                select.setObject(2, now.atOffset(ZoneOffset.UTC));
                select.setInt(3, AT_ONCE);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        due.add(new Posted(row.getLong("id"), row.getString("key"), row.getLong("alarm"),
                                row.getInt("code"), Channel.ofCode(row.getString("channel")),
                                row.getString("equipment"), row.getString("address"), row.getString("language"),
                                NoticeDocument.decode(row.getString("document")),
                                row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getInt("attempts")));
                    }
                }
            }
            return due;
        });
    }

    /** When something becomes due next. */
    Optional<Instant> nextAfter(Instant now) throws SQLException {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(NEXT)) {
                select.setObject(1, now.atOffset(ZoneOffset.UTC));
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant);
                }
            }
        });
    }

    void record(Posted posted, Delivery delivery, Instant now) throws SQLException {
        transactions.in(connection -> {
            try (PreparedStatement update = connection.prepareStatement(TRIED);
                    PreparedStatement attempt = connection.prepareStatement(ATTEMPT)) {
                update.setString(1, switch (delivery) {
                    case Delivery.Accepted accepted -> "accepted";
                    case Delivery.Later later -> "pending";
                    case Delivery.Ambiguous ambiguous -> "pending";
                    case Delivery.Refused refused -> "refused";
                });
                update.setObject(2, now.atOffset(ZoneOffset.UTC));
                update.setString(3, delivery.said());
                update.setObject(4, delivery instanceof Delivery.Accepted ? now.atOffset(ZoneOffset.UTC) : null);
                update.setObject(5, now.plus(wait(posted, delivery)).atOffset(ZoneOffset.UTC));
                update.setLong(6, posted.id());
                attempt.setObject(1, now.atOffset(ZoneOffset.UTC));
                attempt.setString(2, delivery.code());
                attempt.setString(3, delivery.said());
                attempt.setLong(4, posted.id());
                int updated = update.executeUpdate();
                attempt.executeUpdate();
                return updated;
            }
        });
    }

    private static Duration wait(Posted posted, Delivery delivery) {
        Duration ours = wait(posted.attempts());
        return delivery instanceof Delivery.Later later && later.after().compareTo(ours) > 0 ? later.after() : ours;
    }

    /** Twice as long each time, from a second to five minutes: an alarm is worth asking again often. */
    static Duration wait(int attempts) {
        return Duration.ofSeconds(Math.min(300, 1L << Math.min(attempts, 9)));
    }
}
