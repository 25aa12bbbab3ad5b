package org.gardefroid.ingest.store;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Transactions in plain JDBC, for what is no entity. They do not take part in {@code @Transactional} of Micronaut Data, and
 * need no more than the pool.
 */
@Singleton
public final class Transactions {

    private final DataSource pool;
    private final Optional<Fence> fence;

    @Inject
    public Transactions(DataSource pool) {
        this(DelegatingDataSource.unwrapDataSource(pool), Optional.empty());
    }

    private Transactions(DataSource pool, Optional<Fence> fence) {
        this.pool = pool;
        this.fence = fence;
    }

    /** What must still hold when a transaction commits. */
    @FunctionalInterface
    public interface Fence {
        /** Holds it until the connection's transaction ends, or throws what says that it holds no more. */
        void hold(Connection connection) throws SQLException;
    }

    /**
     * Transactions from the same pool that commit only behind this fence. It stands on a connection of its own: it sees what has
     * changed since the transaction began, and takes no lock while that one is at work.
     */
    public Transactions behind(Fence stands) {
        return new Transactions(pool, Optional.of(stands));
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Commits what {@code work} did, or nothing of it. An exception of the commit itself leaves open which of the two. */
    public <T> T in(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                commit(connection);
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private void commit(Connection connection) throws SQLException {
        if (fence.isEmpty()) {
            connection.commit();
            return;
        }
        try (Connection beside = pool.getConnection()) {
            beside.setAutoCommit(false);
            try {
                fence.get().hold(beside);
                connection.commit();
            } finally {
                beside.rollback();
            }
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
