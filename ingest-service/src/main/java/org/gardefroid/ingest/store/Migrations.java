package org.gardefroid.ingest.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * Brings the schema to this release, as its owner, and lets in the roles that work with it.
 *
 * <p>The owner's connection is closed again before anything else is opened: no other part of the program can alter a table.
 */
@Singleton
final class Migrations {

    static final List<String> ROLES = List.of("gardefroid_ingest", "gardefroid_console", "gardefroid_grafana");

    /** A database that starts beside us gets two minutes; then it is better to say so and end. */
    private static final int CONNECT_RETRIES = 120;

    static final int MONTHS_AHEAD = 3;

    private final DatabaseSettings settings;
    private final RolePasswords passwords;
    private boolean done;

    Migrations(DatabaseSettings settings, RolePasswords passwords) {
        this.settings = settings;
        this.passwords = passwords;
    }

    synchronized void runOnce() {
        if (done) {
            return;
        }
        Flyway.configure()
                .dataSource(settings.url(), settings.owner(), passwords.of(settings.owner()).orElse(""))
                .locations("classpath:db/migration")
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(1)
                .validateMigrationNaming(true)
                .load()
                .migrate();
        try (Connection owner = open(settings.owner(), passwords.of(settings.owner()).orElse(""))) {
            makePartitions(owner);
            for (String role : ROLES) {
                letIn(owner, role, passwords.ofOrMade(role));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database's roles could not be prepared by " + settings.owner(), e);
        }
        done = true;
    }

    private static void makePartitions(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("SELECT make_batch_log_partitions(current_date, " + MONTHS_AHEAD + ")");
        }
    }

    /** Tries first: two databases of one server that start at the same time would else alter the role under each other. */
    private void letIn(Connection owner, String role, String password) throws SQLException {
        try {
            open(role, password).close();
        } catch (SQLException refused) {
            owner.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), null);
            try (Statement statement = owner.createStatement()) {
                statement.execute("ALTER ROLE " + role + " LOGIN");
            }
        }
    }

    private Connection open(String role, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        return DriverManager.getConnection(settings.url(), properties);
    }
}
