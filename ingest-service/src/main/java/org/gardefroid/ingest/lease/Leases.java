package org.gardefroid.ingest.lease;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.guard.LeaseLostException;
import org.gardefroid.ingest.guard.ShardLease;

/** Leases in the database, by the database's clock: the one clock that all instances share. */
public final class Leases {

    private static final String FENCE = """
            SELECT 1 FROM shard_lease WHERE shard = ? AND holder = ? AND epoch = ? FOR SHARE
            """;

    private static final String MAKE = """
            INSERT INTO shard_lease (shard, holder, epoch, until) VALUES (?, '', 0, '-infinity') ON CONFLICT DO NOTHING
            """;

    private static final String LOCK = """
            SELECT holder, epoch, until, clock_timestamp() FROM shard_lease WHERE shard = ? FOR UPDATE
            """;

    private static final String WRITE = "UPDATE shard_lease SET holder = ?, epoch = ?, until = ? WHERE shard = ?";

    private final ShardLease rules;

    Leases(ShardLease rules) {
        this.rules = rules;
    }

    /** Holds these leases' rows until the transaction ends: nobody else can take them before it does. */
    public static void fence(Connection connection, Collection<Lease> leases) throws SQLException {
        for (Lease lease : leases) {
            try (PreparedStatement select = connection.prepareStatement(FENCE)) {
                select.setInt(1, lease.shard());
                select.setString(2, lease.holder());
                select.setLong(3, lease.epoch());
                if (!select.executeQuery().next()) {
                    throw new LeaseLostException(
                            "shard " + lease.shard() + " is not held under epoch " + lease.epoch());
                }
            }
        }
    }

    Optional<Lease> acquire(Connection connection, int shard, String instance) throws SQLException {
        try (PreparedStatement make = connection.prepareStatement(MAKE)) {
            make.setInt(1, shard);
            make.executeUpdate();
        }
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setInt(1, shard);
            ResultSet row = lock.executeQuery();
            row.next();
            Optional<Lease> current = row.getLong(2) == 0
                    ? Optional.empty()
                    : Optional.of(new Lease(shard, row.getString(1), row.getLong(2), instant(row, 3)));
            Optional<Lease> mine = rules.acquire(shard, current, instance, instant(row, 4));
            if (mine.isPresent()) {
                write(connection, mine.get());
            }
            return mine;
        }
    }

    void release(Connection connection, Lease lease) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setInt(1, lease.shard());
            ResultSet row = lock.executeQuery();
            if (row.next() && row.getString(1).equals(lease.holder()) && row.getLong(2) == lease.epoch()) {
                write(connection, rules.release(lease, instant(row, 4)));
            }
        }
    }

    private static void write(Connection connection, Lease lease) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WRITE)) {
            update.setString(1, lease.holder());
            update.setLong(2, lease.epoch());
            update.setObject(3, lease.until().atOffset(ZoneOffset.UTC));
            update.setInt(4, lease.shard());
            update.executeUpdate();
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
