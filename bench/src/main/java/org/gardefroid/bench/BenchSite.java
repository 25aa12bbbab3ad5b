package org.gardefroid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.PrivateFiles;
import org.gardefroid.testbed.broker.Broker;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.database.Database;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.database.RunningDatabase;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;

/** Broker, database and service as they are shipped, each a process of its own. */
final class BenchSite implements AutoCloseable {

    static final String DATABASE = "gardefroid";
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private final Path folder;
    private final Authority authority;
    private final Broker broker;
    private final RunningDatabase database;
    private final ChildProcess service;
    private final int httpPort;

    private BenchSite(Path folder, Authority authority, Broker broker, RunningDatabase database, ChildProcess service,
            int httpPort) {
        this.folder = folder;
        this.authority = authority;
        this.broker = broker;
        this.database = database;
        this.service = service;
        this.httpPort = httpPort;
    }

    static BenchSite start(Path folder, Edition edition, String fleetFile, List<String> serviceOptions)
            throws IOException {
        var authority = Authority.in(folder.resolve("certificates"));
        RunningDatabase database = Database.start(folder.resolve("database"), edition);
        database.create(DATABASE);
        Broker broker = Broker.startForLoad(folder.resolve("broker"), authority, LoadGenerator.GATEWAYS);
        Path secrets = PrivateFiles.folder(folder.resolve("secrets"));
        PrivateFiles.write(secrets.resolve(database.superuser()), database.password().getBytes(StandardCharsets.UTF_8));
        Path fleet = folder.resolve("fleet.json");
        Files.writeString(fleet, fleetFile);
        PemFiles pem = authority.client("service");
        int httpPort = Ports.free();
        JavaProgram program = JavaProgram.of("ingest-service", "org.gardefroid.ingest.Application")
                .jvm(serviceOptions.toArray(String[]::new))
                .jvm("-Dgardefroid.database.url=" + database.jdbcUrl(DATABASE),
                        "-Dgardefroid.database.owner=" + database.superuser(),
                        "-Dgardefroid.database.secrets=" + secrets,
                        "-Dgardefroid.broker.url=" + broker.uri(),
                        "-Dgardefroid.broker.certificate=" + pem.certificate(),
                        "-Dgardefroid.broker.key=" + pem.key(), "-Dgardefroid.broker.authority=" + pem.authority(),
                        "-Dgardefroid.fleet.file=" + fleet, "-Dmicronaut.server.port=" + httpPort);
        ChildProcess service = ChildProcess.start(program, folder.resolve("service.log"));
        service.awaitLine(line -> line.contains("service ready"), "the service's readiness", READY_WITHIN);
        return new BenchSite(folder, authority, broker, database, service, httpPort);
    }

    Path folder() {
        return folder;
    }

    Authority authority() {
        return authority;
    }

    Broker broker() {
        return broker;
    }

    RunningDatabase database() {
        return database;
    }

    ChildProcess service() {
        return service;
    }

    Connection connect() throws SQLException {
        return database.connect(DATABASE);
    }

    /** What the service tells of itself now. */
    Metrics metrics() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + httpPort + "/prometheus"))
                    .timeout(Duration.ofSeconds(20)).build();
            return Metrics.parse(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException("the service does not tell its metrics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        service.stop();
        broker.stop();
        database.stop();
    }
}
