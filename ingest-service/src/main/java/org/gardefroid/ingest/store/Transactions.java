package org.gardefroid.ingest.store;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Transactions in plain JDBC, for what is no entity. They do not take part in {@code @Transactional} of Micronaut Data, and
 * need no more than the pool.
 */
@Singleton
public final class Transactions {

    private final DataSource pool;

    public Transactions(DataSource pool) {
        this.pool = DelegatingDataSource.unwrapDataSource(pool);
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
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
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
