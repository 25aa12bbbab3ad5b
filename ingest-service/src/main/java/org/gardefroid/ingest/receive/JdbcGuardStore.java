package org.gardefroid.ingest.receive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.gardefroid.ingest.guard.GuardRow;
import org.gardefroid.ingest.guard.GuardStore;
import org.gardefroid.ingest.guard.JournalKey;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.guard.LeaseLostException;
import org.gardefroid.ingest.registry.Directories;

/** The guard's database: PostgreSQL, with or without TimescaleDB. */
final class JdbcGuardStore implements GuardStore {

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
