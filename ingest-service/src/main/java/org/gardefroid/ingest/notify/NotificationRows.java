package org.gardefroid.ingest.notify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.gardefroid.alerting.cascade.Channel;

/** Writes messages down, to be sent once that is committed. */
final class NotificationRows {

    private static final String INSERT = """
            INSERT INTO notification (key, alarm, recipient, address, channel, language, kind, document, made_at,
                next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) ON CONFLICT (key) DO NOTHING""";

    private NotificationRows() {}

    /** @param step of the cascade */
    static void write(Connection connection, long alarm, List<Recipient> recipients, Notice notice, int step,
            Instant now) throws SQLException {
        if (recipients.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Recipient recipient : recipients) {
                insert.setString(1, key(alarm, recipient, notice, now));
                insert.setLong(2, alarm);
                insert.setInt(3, recipient.person());
                insert.setString(4, recipient.address());
                insert.setString(5, recipient.channel().code());
                insert.setString(6, recipient.language());
                insert.setString(7, notice.kind().code());
                insert.setString(8, NoticeDocument.encode(notice, step));
                insert.setObject(9, now.atOffset(ZoneOffset.UTC));
                insert.setObject(10, now.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String key(long alarm, Recipient recipient, Notice notice, Instant now) {
        String mail = "a%d.%s.%d.p%d".formatted(alarm, notice.kind().code(), now.toEpochMilli(), recipient.person());
        return recipient.channel() == Channel.MAIL ? mail : mail + "." + recipient.channel().code();
    }
}
