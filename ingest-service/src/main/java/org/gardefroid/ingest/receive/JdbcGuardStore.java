package org.gardefroid.ingest.receive;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.gardefroid.ingest.guard.GuardRow;
import org.gardefroid.ingest.guard.GuardStore;
import org.gardefroid.ingest.guard.JournalKey;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.guard.LeaseLostException;
import org.gardefroid.ingest.lease.Leases;
import org.gardefroid.ingest.registry.Directories;

/** The guard's database: PostgreSQL, with or without TimescaleDB. */
final class JdbcGuardStore implements GuardStore {

    /**
     * A group's rows are found by their keys. Not knowing how few an array names, the database would else read the whole
     * guard for every group: with a thousand devices that is most of what a small group costs, and it grows with the fleet.
     */
    private static final String BY_KEY = """
            SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off
            """;

    private final DataSource pool;
    private final Directories directories;
    private final SourceNumbers sources;
    private final InstantSource clock;
    private final CommittedListener listener;

    /** @param pool the pool itself: a group's transaction is its own, not the caller's */
    JdbcGuardStore(DataSource pool, Directories directories, SourceNumbers sources, InstantSource clock,
            CommittedListener listener) {
        this.pool = pool;
        this.directories = directories;
        this.sources = sources;
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public Transaction begin(Set<Lease> fences) {
        try {
            Connection connection = pool.getConnection();
            try {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(BY_KEY);
                }
                Leases.fence(connection, fences);
                return new JdbcGuardTransaction(connection, directories.current(), sources, clock.instant(), listener);
            } catch (SQLException | LeaseLostException e) {
                try (connection) {
                    connection.rollback();
                }
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFault.of(e);
        }
    }

    @Override
    public Map<JournalKey, GuardRow> committed(Set<JournalKey> keys) {
        try (Connection connection = pool.getConnection()) {
            return new GuardRows(connection, directories.current()).committed(keys);
        } catch (SQLException e) {
            throw SqlFault.of(e);
        }
    }
}
