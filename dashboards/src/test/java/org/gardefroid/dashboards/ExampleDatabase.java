package org.gardefroid.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.database.RunningDatabase;

/** The service's own schema with a day of a fleet in it, and the door through which Grafana comes. */
final class ExampleDatabase {

    private static final String ROLE = "gardefroid_grafana";
    private static final String PASSWORD = "for this test only";
    private static final Map<Edition, ExampleDatabase> MADE = new EnumMap<>(Edition.class);

    private final String url;

    private ExampleDatabase(String url) {
        this.url = url;
    }

    static synchronized ExampleDatabase of(Edition edition) {
        return MADE.computeIfAbsent(edition, ExampleDatabase::make);
    }

    private static ExampleDatabase make(Edition edition) {
        RunningDatabase server = Testbed.shared().database(edition);
        String url = server.create("dashboards");
        Flyway.configure().dataSource(url, server.superuser(), server.password()).locations("classpath:db/migration")
                .load()
                .migrate();
        try (Connection owner = server.connect("dashboards"); var statement = owner.createStatement()) {
            statement.execute("ALTER ROLE " + ROLE + " LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute(example());
        } catch (SQLException e) {
            throw new IllegalStateException("the example does not fit the schema", e);
        }
        return new ExampleDatabase(url);
    }

    Connection asGrafana() throws SQLException {
        return DriverManager.getConnection(url, ROLE, PASSWORD);
    }

    private static String example() {
        try (var in = ExampleDatabase.class.getResourceAsStream("a-day-of-a-fleet.sql")) {
            if (in == null) {
                throw new IllegalStateException("the example is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
