package org.gardefroid.ingest.receive;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.gardefroid.ingest.mqtt.BrokerLink;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.RunningBroker;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.database.DatabaseServer;
import org.gardefroid.testbed.database.Edition;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** The service in this JVM, with a database of its own on a real server and a real broker. */
final class RunningService implements AutoCloseable {

    private static final String FLEET = """
            sites:
              - {name: pui, fr: Pharmacie, en: Pharmacy}
            devices:
              - {name: box-1, site: pui}
              - {name: logger-7, site: pui, kind: foreign}
            equipments:
              - {name: fridge-1, site: pui, fr: Réfrigérateur 1, en: Fridge 1, kind: refrigerator, preset: fridge-2-8,
                 lowest: 2.0, highest: 8.0, device: box-1, doors: [fridge-1-door],
                 probes: [{name: fridge-1-product}, {name: fridge-1-top, device: logger-7}]}
            """;

    private static @Nullable Shared shared;

    private record Shared(Edition edition, RunningService service) {}

    private final DatabaseServer database;
    private final RunningBroker broker;
    private final Path folder;
    private final String name;
    private ApplicationContext context;

    private RunningService(DatabaseServer database, RunningBroker broker, Path folder, String name)
            throws IOException {
        this.database = database;
        this.broker = broker;
        this.folder = folder;
        this.name = name;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("fleet.yml"), FLEET);
        Files.writeString(folder.resolve(database.superuser()), database.password());
        this.context = launch();
    }

    /** A database and a broker that a test may stop are its own. */
    static RunningService start(DatabaseServer database, RunningBroker broker, Path folder, String name) {
        try {
            database.create(name);
            return new RunningService(database, broker, folder, name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + folder, e);
        }
    }

    /** One for the tests of an edition; that of another one ends, for at the broker both have the same name. */
    static synchronized RunningService shared(Edition edition) {
        Shared now = shared;
        if (now == null || now.edition != edition) {
            if (now != null) {
                now.service.close();
            }
            Testbed testbed = Testbed.shared();
            now = new Shared(edition, start(testbed.database(edition), testbed.broker(),
                    testbed.folder().resolve("service-" + edition), "shared"));
            shared = now;
        }
        return now.service;
    }

    RunningBroker broker() {
        return broker;
    }

    ApplicationContext context() {
        return context;
    }

    void restart() {
        context.close();
        context = launch();
    }

    long count(String sql) {
        try (Connection connection = database.connect(name);
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String sql) {
        try (Connection connection = database.connect(name); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private ApplicationContext launch() {
        PemFiles files = broker.authority().client("service");
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", -1);
        properties.put("gardefroid.database.url", database.jdbcUrl(name));
        properties.put("gardefroid.database.owner", database.superuser());
        properties.put("gardefroid.database.secrets", folder.toString());
        properties.put("gardefroid.broker.url", broker.uri().toString());
        properties.put("gardefroid.broker.certificate", files.certificate().toString());
        properties.put("gardefroid.broker.key", files.key().toString());
        properties.put("gardefroid.broker.authority", files.authority().toString());
        properties.put("gardefroid.fleet.file", folder.resolve("fleet.yml").toString());
        ApplicationContext started = ApplicationContext.run(properties);
        await().until(() -> started.getBean(BrokerLink.class).isUp());
        return started;
    }

    @Override
    public void close() {
        context.close();
    }
}
