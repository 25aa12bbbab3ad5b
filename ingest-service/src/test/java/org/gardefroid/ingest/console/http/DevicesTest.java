package org.gardefroid.ingest.console.http;

import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.registry.Directory.KnownDevice;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.KeyFingerprint;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How devices are let in and kept out: the operator's page on one side, what comes from the internet on the other. */
final class DevicesTest {

    private static final String BOX = "box-enrol";
    private static final AtomicInteger ADDRESS = new AtomicInteger(10);

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final Visitor operator = Visitor.signedIn(console, "oscar", "operator");
    /** Another for each test: who guesses is slowed by where they come from. */
    private final HttpClient device = from("127.0.0." + ADDRESS.incrementAndGet());

    @BeforeEach
    void registered() {
        console.execute("INSERT INTO device (site, name, shard) SELECT min(id), ?, 3 FROM site"
                + " ON CONFLICT (name) DO UPDATE SET revoked_at = NULL", BOX);
    }

    @Test
    void aCodeIsShownOnceAndTheRequestWithItsFingerprintUntilSomebodyDecides() throws Exception {
        String code = code();
        assertThat(operator.get("/devices").body()).doesNotContain(code);
        assertThat(console.askIfAny("SELECT 1 FROM enrolment WHERE position(convert_to(?, 'UTF8') IN code_hash) > 0"
                + " OR octet_length(code_hash) <> 32", code)).isEmpty();
        KeyPair keys = keys();
        HttpResponse<String> asked = post("/enrol", "code", code.toUpperCase(Locale.ROOT), "request",
                request(keys));
        assertThat(asked.statusCode()).isEqualTo(202);
        String shown = KeyFingerprint.of(keys.getPublic().getEncoded()).shown();
        assertThat(operator.get("/devices").body()).contains(shown);
        assertThat(post("/enrol/ticket", "ticket", field(asked, "ticket")).body()).contains("waiting");

        operator.postSigned("/devices/requests/" + pending(shown), Map.of("decision", "approve"));
        HttpResponse<String> answer = post("/enrol/ticket", "ticket", field(asked, "ticket"));
        assertThat(answer.body()).contains("\"state\":\"granted\"", "\"device\":\"" + BOX + "\"", "\"shard\":3",
                "BEGIN CERTIFICATE");
        assertThat(operator.get("/devices").body()).doesNotContain(shown);
        assertThat(console.ask("SELECT string_agg(action, ' ' ORDER BY id) FROM audit WHERE subject LIKE ?"
                + " AND action LIKE 'enrolment-%' AND id > (SELECT max(id) - 6 FROM audit)", BOX + "%"))
                .contains("enrolment-code-made", "enrolment-approved");
    }

    @Test
    void wrongUsedAndOverdueCodesAreAnsweredTheSameAndNothingIsFoundOut() throws Exception {
        String used = code();
        post("/enrol", "code", used, "request", request(keys()));
        String old = code();
        console.execute("UPDATE enrolment SET expires_at = now() WHERE requested_at IS NULL");
        Set<String> answers = new HashSet<>();
        for (String code : new String[]{used, old, "aaaa-bbbb-cccc"}) {
            HttpResponse<String> answer = post("/enrol", "code", code, "request", request(keys()));
            answers.add(answer.statusCode() + answer.body() + new TreeSet<>(answer.headers().map().keySet()));
        }
        assertThat(answers).hasSize(1).first().asString().startsWith("403{\"error\":\"code\"}");
    }

    @Test
    void whoGuessesWaitsLongerAndLongerAndAGoodCodeHelpsNothingMeanwhile() throws Exception {
        String code = code();
        int[] statuses = new int[10];
        for (int guess = 0; guess < statuses.length; guess++) {
            statuses[guess] = post("/enrol", "code", "wrong-" + guess, "request", request(keys())).statusCode();
        }
        assertThat(statuses).containsExactly(403, 403, 403, 403, 403, 429, 429, 429, 429, 429);
        HttpResponse<String> good = post("/enrol", "code", code, "request", request(keys()));
        assertThat(good.statusCode()).isEqualTo(429);
        assertThat(good.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 900L);
    }

    @Test
    void whatIsLargeOrIsNoRequestIsNotLookedAt() throws Exception {
        assertThat(post("/enrol", "code", "x", "request", "A".repeat(20_000)).statusCode()).isEqualTo(413);
        assertThat(post("/enrol", "code", code(), "request", "nothing").statusCode()).isEqualTo(400);
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(1_024);
        assertThat(post("/enrol", "code", code(), "request", request(rsa.generateKeyPair(), "SHA256withRSA"))
                .body()).contains("P-256");
        KeyPair mine = keys();
        KeyPair another = keys();
        assertThat(post("/enrol", "code", code(), "request", request(new KeyPair(another.getPublic(),
                mine.getPrivate()))).body()).contains("not signed with its own key");
        assertThat(device.send(to("/enrol").POST(BodyPublishers.ofInputStream(
                () -> InputStream.nullInputStream())).build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(411);
    }

    @Test
    void aRequestThatIsRefusedGetsNoCertificateAndIsDecidedOnce() throws Exception {
        KeyPair keys = keys();
        HttpResponse<String> asked = post("/enrol", "code", code(), "request", request(keys));
        String id = pending(KeyFingerprint.of(keys.getPublic().getEncoded()).shown());
        operator.postSigned("/devices/requests/" + id, Map.of("decision", "refuse"));

        assertThat(post("/enrol/ticket", "ticket", field(asked, "ticket")).body()).contains("refused")
                .doesNotContain("CERTIFICATE");
        assertThat(operator.postSigned("/devices/requests/" + id, Map.of("decision", "approve")).statusCode())
                .isEqualTo(422);
        assertThat(console.askIfAny("SELECT serial FROM device_certificate WHERE enrolment = ?", Long.valueOf(id)))
                .isEmpty();
    }

    @Test
    void onlyWhoRunsTheInstallationLetsDevicesInAndOut() {
        Visitor pharmacist = Visitor.signedIn(console, "claire", "pharmacist");
        assertThat(pharmacist.get("/devices").statusCode()).isEqualTo(403);
        assertThat(pharmacist.postSigned("/devices/" + BOX + "/code", Map.of()).statusCode()).isEqualTo(403);
        assertThat(pharmacist.postSigned("/devices/" + BOX + "/revoke", Map.of("sure", BOX)).statusCode())
                .isEqualTo(403);
        assertThat(pharmacist.postSigned("/devices/requests/1", Map.of("decision", "approve")).statusCode())
                .isEqualTo(403);
        assertThat(operator.get("/").body()).contains("href=\"/devices\"");
    }

    @Test
    void aRevokedDeviceIsRevokedForTheReceptionTooAndOnlyWhenItsNameIsTyped() {
        assertThat(operator.postSigned("/devices/" + BOX + "/revoke", Map.of("sure", "box")).statusCode())
                .isEqualTo(422);
        Directories directories = console.context().getBean(Directories.class);
        operator.postSigned("/devices/" + BOX + "/revoke", Map.of("sure", BOX));

        await().until(() -> directories.current().device(new DeviceId(BOX)).filter(KnownDevice::revoked)
                .isPresent());
        assertThat(operator.get("/devices").body()).contains("révoqué");
    }

    private String code() {
        Matcher code = Pattern.compile("<output class=\"password\">([a-z2-9-]{14})</output>")
                .matcher(operator.postSigned("/devices/" + BOX + "/code", Map.of()).body());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private String pending(String fingerprint) {
        return console.ask("SELECT id FROM enrolment WHERE fingerprint = ?", fingerprint);
    }

    private HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < fields.length; i += 2) {
            json.append(i == 0 ? "" : ",").append('"').append(fields[i]).append("\":\"")
                    .append(fields[i + 1].replace("\n", "\\n")).append('"');
        }
        return device.send(to(path).POST(BodyPublishers.ofString(json + "}")).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(console.address() + path)).header("Content-Type",
                MediaType.APPLICATION_JSON);
    }

    private static String field(HttpResponse<String> answer, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
        assertThat(field.find()).as(answer.body()).isTrue();
        return field.group(1);
    }

    private static HttpClient from(String address) {
        try {
            return HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static String request(KeyPair keys) throws Exception {
        return request(keys, "SHA256withECDSA");
    }

    private static String request(KeyPair keys, String algorithm) throws Exception {
        byte[] der = new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=anything"), keys.getPublic())
                .build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate())).getEncoded();
        return "-----BEGIN CERTIFICATE REQUEST-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }
}
