package org.gardefroid.ingest.notify.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.gardefroid.ingest.notify.Delivery;
import org.gardefroid.ingest.notify.gateway.LocalProvider.Request;
import org.gardefroid.ingest.registry.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.gardefroid.ingest.notify.gateway.LocalProvider.resets;
import static org.gardefroid.ingest.notify.gateway.LocalProvider.says;

/** Against servers that answer as the providers' public interfaces say they do. */
final class GatewayTest {

    private static final Instant NOW = Instant.parse("2026-11-22T23:41:00Z");
    private static final String TAKEN_BY_TWILIO = "{\"sid\":\"SM0123\",\"status\":\"queued\",\"error_code\":null}";
    private static final String TAKEN_BY_OVH = """
            {"totalCreditsRemoved":1,"invalidReceivers":[],"ids":[7],"validReceivers":["+33611223344"]}""";
    private static final String REFUSED_BY_OVH = """
            {"totalCreditsRemoved":0,"invalidReceivers":["+33611223344"],"ids":[],"validReceivers":[]}""";

    private final Outgoing message = new Outgoing("a1.raised.7.p1.sms", "+33611223344",
            "URGENT Frigo <1> & 2: trop chaud. Répondre OK 4711", "fr", "https://froid.example.org/answer/voice/k");

    @TempDir
    private Path folder;

    private LocalProvider provider;

    @BeforeEach
    void start() throws IOException {
        provider = new LocalProvider();
        Files.writeString(folder.resolve("token"), "s3cret\n");
        Files.writeString(folder.resolve("consumer"), "consumer-key\n");
    }

    @AfterEach
    void stop() throws IOException {
        provider.close();
    }

    private Gateway twilio(String template) throws IOException {
        Template at = Template.named(template);
        return new Gateway(at.at(at.url().replace("https://api.twilio.com", provider.address())),
                Map.of("account", "AC1", "from", "+33700000000"), Map.of("token", folder.resolve("token")),
                Duration.ofSeconds(1));
    }

    private Gateway ovh() throws IOException {
        Template at = Template.named("ovh-sms");
        return new Gateway(at.at(at.url().replace("https://eu.api.ovh.com", provider.address())),
                Map.of("service", "sms-ab1-1", "from", "Gardefroid", "application", "app-key"),
                Map.of("application-secret", folder.resolve("token"), "consumer", folder.resolve("consumer")),
                Duration.ofSeconds(1));
    }

    @Test
    void aShortMessageByTwilioHasItsFieldsItsAuthorizationAndOurKey() throws IOException {
        provider.will(says(201, TAKEN_BY_TWILIO));
        assertThat(twilio("twilio-sms").send(message, NOW)).isEqualTo(new Delivery.Accepted("201 " + TAKEN_BY_TWILIO));

        Request request = provider.requests().getFirst();
        assertThat(request.line()).isEqualTo("POST /2010-04-01/Accounts/AC1/Messages.json HTTP/1.1");
        assertThat(request.form()).containsExactlyInAnyOrderEntriesOf(
                Map.of("To", "+33611223344", "From", "+33700000000", "Body", message.text()));
        assertThat(request.header("Authorization")).isEqualTo(
                "Basic " + Base64.getEncoder().encodeToString("AC1:s3cret".getBytes(StandardCharsets.UTF_8)));
        assertThat(request.header("Idempotency-Key")).isEqualTo(message.key());
    }

    @Test
    void aCallByTwilioSpeaksTheTextInItsLanguageAndGathersAKey() throws IOException {
        provider.will(says(201, TAKEN_BY_TWILIO));
        twilio("twilio-voice").send(message, NOW);

        assertThat(provider.requests().getFirst().form().get("Twiml")).contains("numDigits=\"1\"",
                "action=\"https://froid.example.org/answer/voice/k\"", "language=\"fr-FR\"", "Frigo &lt;1&gt; &amp; 2");
    }

    @Test
    void aShortMessageByOvhIsSignedAsItAsks() throws Exception {
        provider.will(says(200, TAKEN_BY_OVH));
        assertThat(ovh().send(message, NOW)).isInstanceOf(Delivery.Accepted.class);

        Request request = provider.requests().getFirst();
        assertThat(request.line()).isEqualTo("POST /1.0/sms/sms-ab1-1/jobs HTTP/1.1");
        Map<?, ?> body = Documents.parse(request.body()).orElseThrow();
        assertThat(body.get("message")).isEqualTo(message.text());
        assertThat(Documents.at(body, "/receivers/0")).contains("+33611223344");
        String signed = "s3cret+consumer-key+POST+" + provider.address() + "/1.0/sms/sms-ab1-1/jobs+" + request.body()
                + "+" + NOW.getEpochSecond();
        assertThat(request.header("X-Ovh-Signature")).isEqualTo("$1$" + HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-1").digest(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aNumberThatTheProviderDoesNotTakeIsRefusedForEver() throws IOException {
        provider.will(says(200, REFUSED_BY_OVH)).will(says(400, "{\"code\":21211}"));
        assertThat(ovh().send(message, NOW)).isInstanceOf(Delivery.Refused.class);
        assertThat(twilio("twilio-sms").send(message, NOW)).isEqualTo(new Delivery.Refused("400 {\"code\":21211}"));
    }

    @Test
    void aWrongPasswordIsOursToMendAndGivesNothingUp() throws IOException {
        provider.will(says(401, "{\"code\":20003}"));
        assertThat(twilio("twilio-sms").send(message, NOW)).isEqualTo(new Delivery.Later("401 {\"code\":20003}"));
    }

    @Test
    void aProviderInTroubleIsAskedAgainWhenItSays() throws IOException {
        provider.will(says(500, "oops")).will(says(429, "slower", "Retry-After: 40"))
                .will(says(429, "slower", "Retry-After: 86400"))
                .will(says(503, "", "Retry-After: Sun, 22 Nov 2026 23:42:30 GMT"))
                .will(says(503, "", "Retry-After: soon"));
        Gateway gateway = twilio("twilio-sms");
        assertThat(gateway.send(message, NOW)).isEqualTo(new Delivery.Later("500 oops"));
        assertThat(gateway.send(message, NOW)).isEqualTo(new Delivery.Later("429 slower", Duration.ofSeconds(40)));
        assertThat(gateway.send(message, NOW)).as("not for a day").isEqualTo(
                new Delivery.Later("429 slower", Duration.ofMinutes(5)));
        assertThat(gateway.send(message, NOW)).isEqualTo(new Delivery.Later("503 ", Duration.ofSeconds(90)));
        assertThat(gateway.send(message, NOW)).isEqualTo(new Delivery.Later("503 "));
    }

    @Test
    void whoTookItAndFellSilentMayHaveItAndIsSentTheSameUnderTheSameKey() throws IOException {
        provider.will(resets()).will(provider.hangs()).will(says(200, "<html>a proxy's page</html>"))
                .will(says(201, TAKEN_BY_TWILIO));
        Gateway gateway = twilio("twilio-sms");
        assertThat(gateway.send(message, NOW)).as("reset").isInstanceOf(Delivery.Ambiguous.class);
        assertThat(gateway.send(message, NOW)).as("hangs").isInstanceOf(Delivery.Ambiguous.class);
        assertThat(gateway.send(message, NOW)).as("a yes that names nothing").isInstanceOf(Delivery.Ambiguous.class);
        assertThat(gateway.send(message, NOW)).isInstanceOf(Delivery.Accepted.class);
        assertThat(provider.requests()).extracting(request -> request.header("Idempotency-Key"))
                .containsOnly(message.key());
    }

    @Test
    void whoIsNotThereHasNothing() throws IOException {
        provider.close();
        assertThat(twilio("twilio-sms").send(message, NOW)).isInstanceOf(Delivery.Later.class);
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        provider.will(says(302, "", "Location: " + provider.address() + "/elsewhere"));
        assertThat(twilio("twilio-sms").send(message, NOW)).isInstanceOf(Delivery.Later.class);
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void aSecretThatIsNotThereIsSaidAndGivesNothingUp() throws IOException {
        Files.delete(folder.resolve("token"));
        assertThat(twilio("twilio-sms").send(message, NOW).said()).contains("gateway not set up", "token");
    }

    @Test
    void gatewaysAreReadFromAFileThatSaysWhatIsWrongInIt() throws IOException {
        Gateways gateways = Gateways
                .read("""
                        sms: {template: ovh-sms, values: {service: s, from: G, application: a}, secrets: {consumer: c}, timeout: 5s}
                        webhook: {secret: key, allow: [supervision.example.org]}
                        answers: {url: "https://froid.example.org", twilio-token: t}
                        """);
        assertThat(gateways.sms()).isPresent();
        assertThat(gateways.voice()).isEmpty();
        assertThat(gateways.answers()).map(Gateways.Answers::url).contains("https://froid.example.org");
        assertThatIllegalArgumentException().isThrownBy(() -> Gateways.read("pager: {}"))
                .withMessageContaining("pager");
        assertThatIllegalArgumentException().isThrownBy(() -> Gateways.read("sms: {}"))
                .withMessageContaining("sms.template");
        assertThatIllegalArgumentException().isThrownBy(() -> Gateways.read("sms: {template: nobody}"))
                .withMessageContaining("nobody");
    }
}
