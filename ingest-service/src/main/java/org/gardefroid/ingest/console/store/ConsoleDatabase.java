package org.gardefroid.ingest.console.store;

import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.gardefroid.ingest.store.DatabaseFailure;
import org.gardefroid.ingest.store.Sql;

/** The database as the console's own role sees it: one transaction for each piece of work, read-only where it only reads. */
@Singleton
public final class ConsoleDatabase {

    private final DataSource pool;

    ConsoleDatabase(@Named("console") DataSource pool, DataSourceResolver resolver) {
        this.pool = resolver.resolve(pool);
    }

    public <T> T read(Function<Sql, T> work) {
        return within(true, work);
    }

    public <T> T write(Function<Sql, T> work) {
        return within(false, work);
    }

    public void change(Consumer<Sql> work) {
        within(false, sql -> {
            work.accept(sql);
            return true;
        });
    }

    private <T> T within(boolean readOnly, Function<Sql, T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(readOnly);
            try {
                T result = work.apply(new Sql(connection));
                connection.commit();
                return result;
            } catch (RuntimeException | SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("a transaction", e);
        }
    }
}
