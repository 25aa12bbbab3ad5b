package org.gardefroid.ingest.console.http;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.ingest.console.account.PasswordHash;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.database.RunningDatabase;

import static org.awaitility.Awaitility.await;

/** The service in this JVM with a database of its own on a real server, and no broker: its console does not need one. */
final class RunningConsole implements AutoCloseable {

    static final String OUTSIDE = "https://froid.example.org";
    static final String TWILIO_TOKEN = "a token for these tests";
    static final String PASSWORD = "correct horse battery staple";

    private static final Map<Edition, RunningConsole> SHARED = new HashMap<>();

    private final RunningDatabase server;
    private final String database;
    private final ApplicationContext context;
    private final String printed;

    private RunningConsole(Edition edition) {
        this.server = Testbed.shared().database(edition);
        this.database = "console";
        server.create(database);
        PrintStream out = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            context = ApplicationContext.run(properties(edition));
            context.getBean(EmbeddedServer.class).start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> captured.toString(StandardCharsets.UTF_8).contains("premier compte"));
        } finally {
            System.setOut(out);
        }
        printed = captured.toString(StandardCharsets.UTF_8);
        Seeds.plant(this);
    }

    /** One for all tests of an edition; it ends with the JVM. */
    static synchronized RunningConsole shared(Edition edition) {
        return SHARED.computeIfAbsent(edition, RunningConsole::new);
    }

    private Map<String, Object> properties(Edition edition) {
        Path secrets = Testbed.shared().folder().resolve("console-" + edition);
        try {
            Files.createDirectories(secrets);
            Files.writeString(secrets.resolve(server.superuser()), server.password());
            Files.writeString(secrets.resolve("twilio"), TWILIO_TOKEN);
            Files.writeString(secrets.resolve("gateways.yml"), "answers: {url: \"" + OUTSIDE + "\", twilio-token: "
                    + secrets.resolve("twilio") + ", bearer: " + secrets.resolve("twilio") + "}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PemFiles files = Testbed.shared().authority().client("service");
        return Map.ofEntries(
                Map.entry("micronaut.server.port", -1),
                Map.entry("gardefroid.demo", true),
                Map.entry("gardefroid.console.live-every", "200ms"),
                Map.entry("gardefroid.database.url", server.jdbcUrl(database)),
                Map.entry("gardefroid.database.owner", server.superuser()),
                Map.entry("gardefroid.database.secrets", secrets.toString()),
                Map.entry("gardefroid.gateways.file", secrets.resolve("gateways.yml").toString()),
                Map.entry("gardefroid.broker.url", "ssl://127.0.0.1:" + Ports.free()),
                Map.entry("gardefroid.broker.certificate", files.certificate().toString()),
                Map.entry("gardefroid.broker.key", files.key().toString()),
                Map.entry("gardefroid.broker.authority", files.authority().toString()),
                Map.entry("gardefroid.enrolment.authority",
                        Testbed.shared().authority().issuer().certificate().toString()),
                Map.entry("gardefroid.enrolment.authority-key", Testbed.shared().authority().issuer().key().toString()),
                Map.entry("gardefroid.enrolment.revoked", secrets.resolve("revoked").toString()));
    }

    ApplicationContext context() {
        return context;
    }

    String address() {
        return "http://127.0.0.1:" + context.getBean(EmbeddedServer.class).getPort();
    }

    /** What the service wrote to its standard output while it started. */
    String printed() {
        return printed;
    }

    /** A new person of that role, who may sign in with {@link #PASSWORD}. */
    void enrol(String name, String role, String site) {
        execute("INSERT INTO person (site, name, display_name, role, password_hash)"
                + " SELECT id, ?, initcap(?), ?, ? FROM site WHERE site.name = ? ON CONFLICT (name) DO UPDATE"
                + " SET role = excluded.role, site = excluded.site", name,
                name, role, HASH, site);
    }

    private static final String HASH = PasswordHash.make(PASSWORD);

    void execute(String sql, Object... parameters) {
        try (Connection connection = server.connect(database); var statement = prepare(connection, sql, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    String ask(String sql, Object... parameters) {
        return askIfAny(sql, parameters).orElseThrow(() -> new IllegalStateException("nothing: " + sql));
    }

    Optional<String> askIfAny(String sql, Object... parameters) {
        try (Connection connection = server.connect(database);
                var statement = prepare(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        context.close();
    }
}
