package org.gardefroid.testbed.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.PrivateFiles;
import org.gardefroid.testbed.broker.Broker;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.database.Database;
import org.gardefroid.testbed.database.RunningDatabase;
import org.gardefroid.testbed.mail.MailPeer;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;

/** The service with its broker, its database and its mail peer, as it is shipped. Any of them may be killed and restarted. */
public final class Site implements AutoCloseable {

    public static final String DATABASE = "gardefroid";

    /** What a fleet of some hundred devices needs, instead of a share of the machine's memory: nothing is kept there for long. */
    private static final String[] SMALL_HEAP = {"-Xms64m", "-Xmx512m"};

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final SiteOptions options;
    private final Authority authority;
    private final Broker broker;
    private final RunningDatabase database;
    private final MailPeer mail;
    private final int port;
    private ChildProcess service;

    private Site(SiteOptions options, Authority authority, Broker broker, RunningDatabase database, MailPeer mail)
            throws IOException {
        this.options = options;
        this.authority = authority;
        this.broker = broker;
        this.database = database;
        this.mail = mail;
        this.port = Ports.usable("127.0.0.1", options.consolePort());
        Files.writeString(folder("service").resolve("fleet.json"), options.fleet());
        PrivateFiles.write(secret(database.superuser()),
                (database.password() + "\n").getBytes(StandardCharsets.UTF_8));
        this.service = launch();
    }

    /** Starts all of it; what does not need another starts at the same time. */
    public static Site start(SiteOptions options) {
        Authority authority = Authority.in(options.folder().resolve("certificates"));
        CompletableFuture<RunningDatabase> database = CompletableFuture.supplyAsync(() -> {
            RunningDatabase running = Database.start(options.folder().resolve("database"), options.edition(),
                    Ports.free(), options.databaseSettings());
            createOnce(running);
            return running;
        });
        CompletableFuture<MailPeer> mail = CompletableFuture
                .supplyAsync(() -> MailPeer.start(options.folder().resolve("mail")));
        Broker broker = Broker.start(options.folder().resolve("broker"), authority);
        try {
            return new Site(options, authority, broker, database.join(), mail.join());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the service", e);
        }
    }

    private static void createOnce(RunningDatabase running) {
        try (var connection = running.connect("postgres");
                var row = connection.createStatement()
                        .executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!row.next()) {
                running.create(DATABASE);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look for database " + DATABASE, e);
        }
    }

    public Authority authority() {
        return authority;
    }

    public Broker broker() {
        return broker;
    }

    public RunningDatabase database() {
        return database;
    }

    public MailPeer mail() {
        return mail;
    }

    public ChildProcess service() {
        return service;
    }

    /** The console's address. */
    public String console() {
        return "http://localhost:" + port + "/";
    }

    public String jdbcUrl() {
        return database.jdbcUrl(DATABASE);
    }

    /** The file that holds the password of one of the service's database roles. */
    public Path secret(String role) {
        return folder("secrets").resolve(role);
    }

    /** Starts the service again, after it was killed or stopped. */
    public void restartService() {
        service.stop();
        service = launch();
    }

    @Override
    public void close() {
        service.stop();
        mail.close();
        broker.stop();
        database.stop();
    }

    private ChildProcess launch() {
        PemFiles pem = authority.client("service");
        List<String> properties = new ArrayList<>(List.of("gardefroid.database.url=" + jdbcUrl(),
                "gardefroid.database.owner=" + database.superuser(),
                "gardefroid.database.secrets=" + folder("secrets"), "gardefroid.broker.url=" + broker.uri(),
                "gardefroid.broker.certificate=" + pem.certificate(), "gardefroid.broker.key=" + pem.key(),
                "gardefroid.broker.authority=" + pem.authority(),
                "gardefroid.enrolment.authority=" + authority.issuer().certificate(),
                "gardefroid.enrolment.authority-key=" + authority.issuer().key(),
                "gardefroid.enrolment.revoked=" + authority.revoked(),
                "gardefroid.enrolment.broker=localhost:" + broker.port() + ", wss://localhost:"
                        + broker.webSocketPort() + "/mqtt",
                "gardefroid.mail.port=" + mail.port(),
                "gardefroid.mail.console=" + console(),
                "gardefroid.fleet.file=" + folder("service").resolve("fleet.json"), "micronaut.server.port=" + port));
        properties.addAll(options.serviceProperties());
        JavaProgram built = JavaProgram.of("ingest-service", "org.gardefroid.ingest.Application");
        JavaProgram program = (options.rehearsal() ? built.rehearsing() : built.rehearsed())
                .jvm(SMALL_HEAP).jvm(JavaProgram.QUICK_START)
                .jvm(properties.stream().map(property -> "-D" + property).toArray(String[]::new));
        ChildProcess started = ChildProcess.start(program, folder("service").resolve("service.log"));
        started.awaitLine(line -> line.contains("service ready port="), "the service's readiness", READY_WITHIN);
        return started;
    }

    private Path folder(String name) {
        return PrivateFiles.folder(options.folder().resolve(name));
    }
}
