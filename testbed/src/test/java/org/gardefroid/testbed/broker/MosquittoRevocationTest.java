package org.gardefroid.testbed.broker;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.gardefroid.certificates.Issuer;
import org.gardefroid.certificates.Pem;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.TlsContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The list of revoked certificates at mosquitto, as WIRE.md says it is used there. */
@EnabledIf("org.gardefroid.testbed.broker.Mosquitto#isInstalled")
class MosquittoRevocationTest {

    private final Instant now = Instant.now();

    private final Authority authority = Testbed.shared().authority();

    @TempDir
    private Path folder;

    @Test
    void aRevokedCertificateIsRefusedOnceTheBrokerWasStartedAgainWithTheListAndAnotherIsNot() throws Exception {
        Path list = folder.resolve("revoked.crl");
        X509Certificate stolen = Pem.certificate(authority.client("box-8").certificate());
        write(list, Map.of());
        try (Mosquitto broker = Mosquitto.start(folder.resolve("broker"), authority, Optional.of(list)).orElseThrow()) {
            assertThatCode(() -> comesIn(broker, "box-8")).doesNotThrowAnyException();

            write(list, Map.of(stolen.getSerialNumber(), now));
            assertThatCode(() -> comesIn(broker, "box-8")).as("it reads the list when it starts")
                    .doesNotThrowAnyException();
            broker.restart();
            assertThatThrownBy(() -> comesIn(broker, "box-8")).isInstanceOf(MqttException.class);
            assertThatCode(() -> comesIn(broker, "box-9")).doesNotThrowAnyException();
        }
    }

    private void comesIn(Mosquitto broker, String name) throws MqttException {
        MqttPeer.connect(broker.uri(), TlsContexts.of(authority.client(name)), name).close();
    }

    private void write(Path list, Map<BigInteger, Instant> serials) throws Exception {
        Issuer issuer = Issuer.of(authority.issuer().certificate(), authority.issuer().key());
        Files.writeString(list, Pem.encode(issuer.revoked(serials, now, now.plusSeconds(3_600))),
                StandardCharsets.US_ASCII);
    }
}
