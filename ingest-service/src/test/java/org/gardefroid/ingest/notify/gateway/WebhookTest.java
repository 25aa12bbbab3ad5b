package org.gardefroid.ingest.notify.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gardefroid.ingest.notify.Delivery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.ingest.notify.gateway.LocalProvider.says;

final class WebhookTest {

    private static final Instant NOW = Instant.parse("2026-11-22T23:41:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void secret() throws IOException {
        Files.writeString(folder.resolve("key"), "s3cret\n");
    }

    private Webhook webhook(String... allowed) {
        return new Webhook(folder.resolve("key"), Set.of(allowed), Duration.ofSeconds(1));
    }

    private static Outgoing to(String address) {
        return new Outgoing("k7", address, "{\"alarm\":12}", "fr", "");
    }

    @Test
    void isSignedWithItsTime() throws Exception {
        try (LocalProvider program = new LocalProvider()) {
            program.will(says(204, ""));
            assertThat(webhook("127.0.0.1").send(to(program.address() + "/alarms"), NOW))
                    .isInstanceOf(Delivery.Accepted.class);

            LocalProvider.Request request = program.requests().getFirst();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String due = HexFormat.of().formatHex(mac.doFinal(
                    (NOW.getEpochSecond() + "." + request.body()).getBytes(StandardCharsets.UTF_8)));
            assertThat(request.header("X-Gardefroid-Signature")).isEqualTo("t=" + NOW.getEpochSecond() + ",v1=" + due);
            assertThat(request.header("Idempotency-Key")).isEqualTo("k7");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/x", "https://localhost/x", "https://10.1.2.3/x", "https://192.168.1.1/x",
        "https://172.16.0.1/x", "https://169.254.169.254/latest/meta-data", "https://[::1]/x", "https://[fd00::1]/x",
        "https://[fe80::1]/x", "https://0.0.0.0/x", "https://100.64.0.1/x", "https://[::ffff:10.0.0.1]/x",
        "https://2130706433/x", "https://[64:ff9b::a00:1]/x"})
    void refusesWhatIsTheHousesOwn(String address) {
        assertThat(webhook().send(to(address), NOW)).isInstanceOf(Delivery.Refused.class)
                .extracting(Delivery::said).asString().contains("internal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/x", "ftp://example.org/x", "file:///etc/passwd", "not an address",
        "https:/x"})
    void refusesWhatIsNoHttpsAddress(String address) {
        assertThat(webhook().send(to(address), NOW)).isInstanceOf(Delivery.Refused.class);
    }

    @Test
    void followsNoRedirectToTheHousesOwn() throws IOException {
        try (LocalProvider program = new LocalProvider()) {
            program.will(says(307, "", "Location: " + program.address() + "/inside"));
            assertThat(webhook("127.0.0.1").send(to(program.address()), NOW)).isInstanceOf(Delivery.Later.class);
            assertThat(program.requests()).hasSize(1);
        }
    }

    @Test
    void publicAddressesAreNotTheHousesOwn() throws IOException {
        assertThat(Addresses.isInternal(InetAddress.getByName("9.9.9.9"))).isFalse();
        assertThat(Addresses.isInternal(InetAddress.getByName("2620:fe::fe"))).isFalse();
    }
}
