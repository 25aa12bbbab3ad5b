package org.gardefroid.ingest.canary;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;

/** What the database has of the canary. */
final class CanaryRows {

    /** Of the first site: a device has to be of one. Where there is none yet, nothing is watched either. */
    private static final String DEVICE = """
            INSERT INTO device (site, name, shard, kind) SELECT min(id), ?, ?, 'canary' FROM site HAVING min(id) IS NOT NULL
            ON CONFLICT (name) DO NOTHING""";

    private static final String PROBE = """
            INSERT INTO probe (device, name, purpose) SELECT id, name, 'air' FROM device WHERE name = ?
            ON CONFLICT DO NOTHING""";

    private static final String JUDGED = """
            SELECT j.numbers @> ?::bigint FROM judged j JOIN device d ON d.id = j.device
            WHERE d.name = ? AND j.journal = ?::uuid""";

    private final Transactions transactions;
    private final DeviceId device;

    CanaryRows(Transactions transactions, DeviceId device) {
        this.transactions = transactions;
        this.device = device;
    }

    void register(int shard) throws SQLException {
        transactions.in(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(DEVICE);
                    PreparedStatement probe = connection.prepareStatement(PROBE)) {
                insert.setString(1, device.value());
                insert.setInt(2, shard);
                insert.executeUpdate();
                probe.setString(1, device.value());
                return probe.executeUpdate();
            }
        });
    }

    boolean isJudged(JournalId journal, long number) throws SQLException {
        return transactions.in(connection -> {
            try (PreparedStatement select = connection.prepareStatement(JUDGED)) {
                select.setLong(1, number);
                select.setString(2, device.value());
                select.setString(3, journal.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }
}
