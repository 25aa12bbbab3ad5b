package org.gardefroid.ingest.receive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.testbed.broker.RunningBroker;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.database.DatabaseServer;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;

/**
 * What the instances of one service have in common: a database, a broker, the folder of their secrets, and a small fleet.
 *
 * @param name the database's
 */
record Installation(DatabaseServer server, RunningBroker broker, Path folder, String name) {

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

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    /** With an empty database of its own. */
    static Installation create(DatabaseServer server, RunningBroker broker, Path folder, String name) {
        try {
            server.create(name);
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("fleet.yml"), FLEET);
            Files.writeString(folder.resolve(server.superuser()), server.password());
            return new Installation(server, broker, folder, name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + folder, e);
        }
    }

    /** @param instance its name at the broker, which is its certificate's */
    Map<String, Object> properties(String instance) {
        PemFiles files = broker.authority().client(instance);
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", -1);
        properties.put("gardefroid.database.url", server.jdbcUrl(name));
        properties.put("gardefroid.database.owner", server.superuser());
        properties.put("gardefroid.database.secrets", folder.toString());
        properties.put("gardefroid.broker.url", broker.uri().toString());
        properties.put("gardefroid.broker.client-id", instance);
        properties.put("gardefroid.broker.certificate", files.certificate().toString());
        properties.put("gardefroid.broker.key", files.key().toString());
        properties.put("gardefroid.broker.authority", files.authority().toString());
        properties.put("gardefroid.enrolment.authority", broker.authority().issuer().certificate().toString());
        properties.put("gardefroid.enrolment.authority-key", broker.authority().issuer().key().toString());
        properties.put("gardefroid.fleet.file", folder.resolve("fleet.yml").toString());
        properties.put("gardefroid.watch.canary-patience", "2s");
        return properties;
    }

    /** An instance as a process, which can be killed or stand still; it receives when this returns. */
    ChildProcess startProcess(String instance) {
        return launch(instance).ready(line -> line.contains("broker connected"), "its connection to the broker",
                READY_WITHIN);
    }

    /** As {@link #startProcess}, and does not wait. */
    ChildProcess launch(String instance) {
        List<String> options = properties(instance).entrySet().stream()
                .map(property -> "-D" + property.getKey() + "=" + property.getValue()).toList();
        JavaProgram program = JavaProgram.of("ingest-service", "org.gardefroid.ingest.Application")
                .jvm(JavaProgram.QUICK_START).jvm(options.toArray(String[]::new));
        return ChildProcess.start(program, folder.resolve(instance + ".log"));
    }

    long count(String sql) {
        try (Connection connection = server.connect(name);
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String sql) {
        try (Connection connection = server.connect(name); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
