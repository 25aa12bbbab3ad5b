package org.gardefroid.ingest.notify;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down who is to be told, in the transaction of what they are told of. Nothing is sent from here. */
@Singleton
public final class Notifications {

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);

    private static final int FIRST_STEP = 1;

    private static final String CASCADE = """
            SELECT DISTINCT p.id, p.email, p.language
            FROM cascade_step s JOIN person p ON p.id = s.person
            WHERE s.site = ? AND (s.equipment IS NULL OR s.equipment = ?) AND s.step = ? AND s.channel = 'mail'
                AND p.disabled_at IS NULL AND p.email IS NOT NULL""";

    /** Nobody named is no reason to tell nobody. */
    private static final String EVERYBODY = """
            SELECT p.id, p.email, p.language FROM person p
            WHERE p.site = ? AND p.role IN ('nurse', 'pharmacist', 'doctor') AND p.disabled_at IS NULL
                AND p.email IS NOT NULL""";

    private static final String TOLD = """
            SELECT DISTINCT ON (p.id) p.id, n.address, n.language
            FROM notification n JOIN person p ON p.id = n.recipient
            WHERE n.alarm = ? AND p.disabled_at IS NULL ORDER BY p.id, n.id DESC""";

    private static final String INSERT = """
            INSERT INTO notification (key, alarm, recipient, address, channel, language, kind, document, made_at,
                next_attempt_at)
            VALUES (?, ?, ?, ?, 'mail', ?, ?, ?::jsonb, ?, ?) ON CONFLICT (key) DO NOTHING""";

    private record Recipient(int person, String address, String language) {}

    /** Tells the first step of the cascade. @return how many are told */
    public int tellFirstStep(Connection connection, long alarm, int site, int equipment, Notice notice, Instant now)
            throws SQLException {
        List<Recipient> recipients = recipients(connection, CASCADE, site, equipment, FIRST_STEP);
        if (recipients.isEmpty()) {
            recipients = recipients(connection, EVERYBODY, site);
        }
        if (recipients.isEmpty()) {
            LOG.error("alarm has nobody to be told alarm={} site={} equipment={}", alarm, site, equipment);
        }
        write(connection, alarm, recipients, notice, now);
        return recipients.size();
    }

    /** Tells those who were told of this alarm before, and nobody else. @return how many they are */
    public int tellThoseTold(Connection connection, long alarm, Notice notice, Instant now) throws SQLException {
        List<Recipient> recipients = recipients(connection, TOLD, Math.toIntExact(alarm));
        write(connection, alarm, recipients, notice, now);
        return recipients.size();
    }

    private static List<Recipient> recipients(Connection connection, String sql, int... keys) throws SQLException {
        List<Recipient> recipients = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                select.setInt(i + 1, keys[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    recipients.add(new Recipient(row.getInt(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return recipients;
    }

    private static void write(
            Connection connection, long alarm, List<Recipient> recipients, Notice notice, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Recipient recipient : recipients) {
                insert.setString(1, "a%d.%s.%d.p%d".formatted(alarm, notice.kind().code(), now.toEpochMilli(),
                        recipient.person()));
                insert.setLong(2, alarm);
                insert.setInt(3, recipient.person());
                insert.setString(4, recipient.address());
                insert.setString(5, recipient.language());
                insert.setString(6, notice.kind().code());
                insert.setString(7, NoticeDocument.encode(notice, FIRST_STEP));
                insert.setObject(8, now.atOffset(ZoneOffset.UTC));
                insert.setObject(9, now.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            if (!recipients.isEmpty()) {
                insert.executeBatch();
            }
        }
    }
}
