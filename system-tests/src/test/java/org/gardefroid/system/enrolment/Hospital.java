package org.gardefroid.system.enrolment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.KeyStores;
import org.gardefroid.testbed.certificates.TlsContexts;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;
import org.gardefroid.testbed.site.Site;
import org.gardefroid.testbed.site.SiteOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service as it stands on the internet, with HTTPS, its operator, and devices that come to it with a code. */
final class Hospital implements AutoCloseable {

    static final String BOX = "box-7";

    private static final String FLEET = """
            {"sites": [{"name": "pui", "fr": "Pharmacie", "en": "Pharmacy"}],
             "devices": [{"name": "box-7", "site": "pui", "recordSeconds": 1}],
             "equipments": [{"name": "box-7", "site": "pui", "fr": "Glacière 7", "en": "Box 7", "kind": "cool-box",
               "preset": "cool-box-2-8", "lowest": 2.0, "highest": 8.0, "device": "box-7",
               "probes": [{"name": "box-7-product"}]}]}
            """;

    private static final String STORE_PASSWORD = "for this run alone";

    private final Path folder;
    private final Site site;
    private final int https;
    private final HttpClient client;
    private final String admin;
    private final List<ChildProcess> started = new ArrayList<>();
    private String network = "";

    private Hospital(Path folder, Site site, int https) {
        this.folder = folder;
        this.site = site;
        this.https = https;
        this.client = HttpClient.newBuilder()
                .sslContext(TlsContexts.withoutCertificate(site.authority().certificate())).build();
        this.admin = password(site);
    }

    /** @param properties of the service, besides its HTTPS */
    static Hospital open(Path folder, String... properties) {
        Authority authority = Authority.in(folder.resolve("site/certificates"));
        Path store = folder.resolve("server.jks");
        KeyStores.writeOwn(authority.server(), STORE_PASSWORD.toCharArray(), store);
        int https = Ports.free();
        Site site = Site.start(SiteOptions.in(folder.resolve("site"), FLEET).with(Edition.PLAIN).service(properties)
                .service("micronaut.server.dual-protocol=true", "micronaut.server.ssl.enabled=true",
                        "micronaut.server.ssl.port=" + https, "micronaut.server.ssl.key-store.path=file:" + store,
                        "micronaut.server.ssl.key-store.type=JKS",
                        "micronaut.server.ssl.key-store.password=" + STORE_PASSWORD,
                        "micronaut.server.ssl.key.password=" + STORE_PASSWORD));
        return new Hospital(folder, site, https);
    }

    private static String password(Site site) {
        Matcher line = Pattern.compile("premier compte: admin / (\\S+)").matcher(String.join("\n",
                await().until(() -> site.service().lines(),
                        lines -> lines.stream().anyMatch(one -> one.contains("premier compte")))));
        assertThat(line.find()).isTrue();
        return line.group(1);
    }

    Site site() {
        return site;
    }

    String service() {
        return "https://localhost:" + https;
    }

    /** As a program asks, in the operator's name. */
    String operator(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service() + path)).header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString(("admin:" + admin).getBytes(StandardCharsets.UTF_8)));
        var answer = client.send(path.endsWith("/requests")
                ? request.GET().build()
                : request.POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    String code() throws IOException, InterruptedException {
        return found("\"code\":\"([^\"]+)\"", operator("/api/devices/" + BOX + "/code"));
    }

    /** The agent's file as it comes with the package: nothing in it of who it is and where to send. */
    Path configuration() throws IOException {
        return Files.writeString(folder.resolve("agent.properties"), network + """
                folder = data
                reconnect.longest = 1s
                sample.every = 200ms
                record.every = 200ms
                probe.box-7-product = simulated box product
                simulated.box = coolbox 2
                """);
    }

    ChildProcess enrol(String code) throws IOException {
        return start("org.gardefroid.edge.EnrolDevice", code, "--service", service(), "--config", configuration(),
                "--authority", site.authority().certificate());
    }

    /** The same, from where only the proxy gets out. */
    ChildProcess enrol(String code, int proxy) throws IOException {
        return start("org.gardefroid.edge.EnrolDevice", code, "--service", service(), "--config", configuration(),
                "--authority", site.authority().certificate(), "--proxy", "localhost:" + proxy);
    }

    /** How the agent's file says that it gets out; a file with a proxy's password is {@code proxy.password} beside it. */
    void network(String settings, String password) throws IOException {
        network = settings;
        Files.writeString(folder.resolve("proxy.password"), password + "\n");
    }

    /** Waits until the device has shown its fingerprint, and decides as the operator who has compared it. */
    void decide(ChildProcess enrolling, String decision) throws IOException, InterruptedException {
        String line = await().until(() -> enrolling.lines().stream().filter(one -> one.contains("mpreinte")).findFirst()
                .orElse(""), one -> !one.isEmpty());
        String shown = found("([0-9A-F]{4}(?:-[0-9A-F]{4}){3})", line);
        String pending = operator("/api/devices/requests");
        assertThat(pending).contains(shown);
        operator("/api/devices/requests/" + found("\"id\":([0-9]+)", pending) + "/" + decision);
    }

    ChildProcess agent() throws IOException {
        return start("org.gardefroid.edge.EdgeAgent", "--config", configuration(), "--until-delivered");
    }

    private ChildProcess start(String main, Object... arguments) {
        return start(JavaProgram.of("edge-agent", main)
                .jvm("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1").with(arguments).command());
    }

    /** Whatever else is to be stopped in the end. */
    ChildProcess start(List<String> command) {
        ChildProcess process = ChildProcess.start(command, folder.resolve("program-" + started.size() + ".log"));
        started.add(process);
        return process;
    }

    Path identity() {
        return folder.resolve("data/identity");
    }

    void assertThatNobodyElseReadsTheIdentity() throws IOException {
        assertThat(Files.getPosixFilePermissions(identity())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> files = Files.list(identity())) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(5).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    long count(String sql) {
        try (Connection connection = DriverManager.getConnection(site.jdbcUrl(), site.database().superuser(),
                site.database().password());
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    @Override
    public void close() {
        started.forEach(ChildProcess::stop);
        client.shutdownNow();
        site.close();
    }
}
