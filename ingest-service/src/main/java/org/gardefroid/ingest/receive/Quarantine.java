package org.gardefroid.ingest.receive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.gardefroid.ingest.registry.Directory;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;

/** Keeps what was refused, bytes and all. */
final class Quarantine {

    private static final String KEEP = """
            INSERT INTO quarantine (received_at, last_received_at, device, topic, journal, number, reason, detail, hash, bytes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (hash, md5(topic), reason)
            DO UPDATE SET times = quarantine.times + 1, last_received_at = excluded.last_received_at
            """;

    private static final String REJECT = """
            INSERT INTO rejected_batch (device, journal, number, reason, hash) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private final Connection connection;
    private final Directory directory;

    Quarantine(Connection connection, Directory directory) {
        this.connection = connection;
        this.directory = directory;
    }

    /** What is to be kept, and what can be said of it. */
    record Entry(
            String topic,
            Optional<DeviceId> device,
            Optional<BatchId> batch,
            Rejection reason,
            String detail,
            Instant receivedAt) {}

    void keep(Entry entry, byte[] bytes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setObject(1, entry.receivedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(2, entry.receivedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(3, entry.device().flatMap(directory::device).map(Directory.KnownDevice::id).orElse(null),
                    Types.INTEGER);
            insert.setString(4, printable(entry.topic()));
            insert.setObject(5, entry.batch().map(id -> Journals.uuid(id.journal())).orElse(null), Types.OTHER);
            insert.setObject(6, entry.batch().map(BatchId::number).orElse(null), Types.BIGINT);
            insert.setString(7, entry.reason().code());
            insert.setString(8, printable(entry.detail()));
            insert.setBytes(9, Sha256.of(bytes).bytes());
            insert.setBytes(10, bytes);
            insert.executeUpdate();
        }
    }

    /** Remembers what to answer about a number that will not be stored. */
    void reject(BatchId id, Rejection reason, Sha256 hash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REJECT)) {
            insert.setInt(1, directory.device(id.device()).orElseThrow().id());
            insert.setObject(2, Journals.uuid(id.journal()));
            insert.setLong(3, id.number());
            insert.setString(4, reason.code());
            insert.setBytes(5, hash.bytes());
            insert.executeUpdate();
        }
    }

    /** A stranger's text may hold what PostgreSQL's does not: a zero, half a surrogate pair. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }
}
