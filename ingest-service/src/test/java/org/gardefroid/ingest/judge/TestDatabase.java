package org.gardefroid.ingest.judge;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.database.RunningDatabase;
import org.jspecify.annotations.Nullable;

/** A database of this schema, entered as the service enters it: with the rights that it has, and no others. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String NAME = "judging";
    private static final String PASSWORD = "for this test only";

    private final HikariDataSource pool;
    private final Connection owner;

    private TestDatabase(Connection owner, HikariDataSource pool) {
        this.owner = owner;
        this.pool = pool;
    }

    /** Empty, as a migration leaves it. The database itself is made once: emptying it is quicker by far. */
    public static TestDatabase create() {
        RunningDatabase server = Testbed.shared().database(Edition.BEST);
        String url = server.jdbcUrl(NAME);
        if (COUNT.getAndIncrement() == 0) {
            server.create(NAME);
            Flyway.configure().dataSource(url, server.superuser(), server.password())
                    .locations("classpath:db/migration").load().migrate();
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("gardefroid_ingest");
        config.setPassword(PASSWORD);
        config.setMaximumPoolSize(4);
        try {
            Connection owner = server.connect(NAME);
            owner.createStatement().execute("SET timezone = 'UTC'");
            owner.createStatement().execute("ALTER ROLE gardefroid_ingest LOGIN PASSWORD '" + PASSWORD + "'");
            owner.createStatement().execute("TRUNCATE reading, event, batch_log, undated, quarantine, judged,"
                    + " fold_checkpoint, product_profile, site RESTART IDENTITY CASCADE");
            return new TestDatabase(owner, new HikariDataSource(config));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Transactions transactions() {
        return new Transactions(pool);
    }

    public DataSource pool() {
        return pool;
    }

    public void run(String sql, @Nullable Object... values) {
        asOwner(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.execute();
            }
        });
    }

    /** Each row as text, its columns separated by a space. */
    public List<String> rows(String sql) {
        return asOwner(connection -> {
            List<String> rows = new ArrayList<>();
            try (ResultSet row = connection.createStatement().executeQuery(sql)) {
                while (row.next()) {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(i > 1 ? " " : "").append(row.getString(i));
                    }
                    rows.add(text.toString());
                }
            }
            return rows;
        });
    }

    <T> T asOwner(Transactions.Work<T> work) {
        try {
            owner.setAutoCommit(true);
            return work.run(owner);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
        try {
            owner.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
