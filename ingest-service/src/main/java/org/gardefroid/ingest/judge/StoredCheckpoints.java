package org.gardefroid.ingest.judge;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gardefroid.alerting.CheckpointStore;
import org.gardefroid.alerting.EquipmentState;
import org.gardefroid.alerting.EquipmentStateCodec;
import org.gardefroid.telemetry.EquipmentId;

/**
 * States of one equipment, in the transaction of whoever asks. The last hour's are all kept, then one an hour for two days, then
 * one a day.
 */
final class StoredCheckpoints implements CheckpointStore {

    private static final String LATEST = """
            SELECT state FROM fold_checkpoint WHERE equipment = ? AND at < ? AND codec = ? ORDER BY at DESC LIMIT 1""";

    private static final String KEEP = """
            INSERT INTO fold_checkpoint (equipment, at, codec, state) VALUES (?, ?, ?, ?)
            ON CONFLICT (equipment, at) DO UPDATE SET codec = excluded.codec, state = excluded.state""";

    private static final String THIN = """
            DELETE FROM fold_checkpoint c USING (
                SELECT at, row_number() OVER (PARTITION BY date_trunc('hour', at) ORDER BY at) AS of_hour,
                    row_number() OVER (PARTITION BY date_trunc('day', at) ORDER BY at) AS of_day
                FROM fold_checkpoint WHERE equipment = ?
            ) AS kept
            WHERE c.equipment = ? AND c.at = kept.at
                AND (kept.of_hour > 1 AND c.at < ?::timestamptz - interval '1 hour'
                    OR kept.of_day > 1 AND c.at < ?::timestamptz - interval '2 days')""";

    private final Connection connection;
    private final int equipment;
    private final Instant hourlySince;
    private Instant keptDay = Instant.MIN;

    StoredCheckpoints(Connection connection, int equipment) {
        this(connection, equipment, Instant.MIN);
    }

    /** @param hourlySince of each day before then the first one is enough, and no more are written */
    StoredCheckpoints(Connection connection, int equipment, Instant hourlySince) {
        this.connection = connection;
        this.equipment = equipment;
        this.hourlySince = hourlySince;
    }

    @Override
    public Optional<EquipmentState> latestBefore(EquipmentId name, Instant at) {
        try (PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setInt(1, equipment);
            select.setObject(2, Columns.time(at));
            select.setInt(3, EquipmentStateCodec.VERSION);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? EquipmentStateCodec.decode(new String(row.getBytes(1), StandardCharsets.UTF_8))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageFault(e);
        }
    }

    @Override
    public void keep(EquipmentState checkpoint) {
        Instant day = checkpoint.judgedUpTo().truncatedTo(ChronoUnit.DAYS);
        if (checkpoint.judgedUpTo().isBefore(hourlySince) && day.equals(keptDay)) {
            return;
        }
        keptDay = day;
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setInt(1, equipment);
            insert.setObject(2, Columns.time(checkpoint.judgedUpTo()));
            insert.setInt(3, EquipmentStateCodec.VERSION);
            insert.setBytes(4, EquipmentStateCodec.encode(checkpoint).getBytes(StandardCharsets.UTF_8));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFault(e);
        }
    }

    @Override
    public void dropFrom(EquipmentId name, Instant from) {
        if (from.equals(Instant.MAX)) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM fold_checkpoint WHERE equipment = ? AND at >= ?")) {
            delete.setInt(1, equipment);
            delete.setObject(2, Columns.time(from));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFault(e);
        }
    }

    void thin(Instant now) {
        try (PreparedStatement delete = connection.prepareStatement(THIN)) {
            delete.setInt(1, equipment);
            delete.setInt(2, equipment);
            delete.setObject(3, Columns.time(now));
            delete.setObject(4, Columns.time(now));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFault(e);
        }
    }
}
