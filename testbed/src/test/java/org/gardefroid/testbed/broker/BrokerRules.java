package org.gardefroid.testbed.broker;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.certificates.TlsContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What holds at every broker that has our access rules, wherever it runs. */
abstract class BrokerRules {

    private static final int NOT_AUTHORIZED = 0x87;
    private static final int CLIENT_IDENTIFIER_NOT_VALID = 0x85;
    private static final int NO_MATCHING_SUBSCRIBERS = 0x10;

    abstract URI uri();

    abstract Authority authority();

    private MqttPeer connect(String name) throws MqttException {
        return MqttPeer.connect(uri(), TlsContexts.of(authority().client(name)), name);
    }

    @Test
    void aDevicePublishesBelowItsOwnUpAndTheServiceReadsIt() throws Exception {
        try (var service = connect("service"); var device = connect("box-1")) {
            assertThat(service.subscribe("gardefroid/1/+/+/up/#")).isEqualTo(1);
            assertThat(device.publish("gardefroid/1/0/box-1/up/batch/j/1", 100)).isZero();
            assertThat(service.topicsReceived.poll(10, SECONDS)).isEqualTo("gardefroid/1/0/box-1/up/batch/j/1");
        }
    }

    @Test
    void theServiceAnswersBelowDownAndOnlyTheDeviceReadsIt() throws Exception {
        try (var service = connect("service-2"); var device = connect("box-2")) {
            assertThat(device.subscribe("gardefroid/1/+/box-2/down/#")).isEqualTo(1);
            assertThat(device.subscribe("gardefroid/1/+/box-3/down/#")).isEqualTo(NOT_AUTHORIZED);
            assertThat(service.publish("gardefroid/1/0/box-2/down/receipt", 10)).isZero();
            assertThat(device.topicsReceived.poll(10, SECONDS)).isEqualTo("gardefroid/1/0/box-2/down/receipt");
        }
    }

    @Test
    void aDeviceDoesNotPublishForAnother() throws Exception {
        try (var device = connect("box-4")) {
            assertThat(device.publish("gardefroid/1/0/box-5/up/batch/j/1", 100)).isEqualTo(NOT_AUTHORIZED);
            await().until(() -> !device.isConnected());
        }
    }

    @Test
    void aDeviceReadsNothingButItsOwn() throws Exception {
        try (var device = connect("box-6")) {
            assertThat(device.subscribe("gardefroid/#")).isEqualTo(NOT_AUTHORIZED);
            assertThat(device.subscribe("gardefroid/1/0/+/down/#")).isEqualTo(NOT_AUTHORIZED);
            assertThat(device.subscribe("#")).isEqualTo(NOT_AUTHORIZED);
            assertThat(device.subscribe("$share/all/gardefroid/#")).isEqualTo(NOT_AUTHORIZED);
        }
    }

    @Test
    void theServiceDoesNotPretendToBeADevice() throws Exception {
        try (var service = connect("service-3")) {
            assertThat(service.publish("gardefroid/1/0/box-1/up/batch/j/1", 10)).isEqualTo(NOT_AUTHORIZED);
        }
    }

    @Test
    void aClientIsWhoItsCertificateSaysItIs() {
        assertThatThrownBy(() -> MqttPeer.connect(uri(), TlsContexts.of(authority().client("box-1")), "box-9"))
                .isInstanceOfSatisfying(MqttException.class,
                        e -> assertThat(e.getReasonCode()).isEqualTo(CLIENT_IDENTIFIER_NOT_VALID));
    }

    @Test
    void nobodyComesInWithoutACertificate() {
        var stranger = TlsContexts.withoutCertificate(authority().certificate());

        assertThatThrownBy(() -> MqttPeer.connect(uri(), stranger, "box-1")).isInstanceOf(MqttException.class);
    }

    @Test
    void nobodyComesInWithACertificateOfAnotherAuthority(@TempDir Path folder) {
        var other = Authority.in(folder).client("box-1");
        var forged = new PemFiles(
                authority().certificate(), other.certificate(), other.key());

        assertThatThrownBy(() -> MqttPeer.connect(uri(), TlsContexts.of(forged), "box-1"))
                .isInstanceOf(MqttException.class);
    }

    @Test
    void fiveMegabytesEndTheConnectionAndTheNextOneServes() throws Exception {
        try (var device = connect("box-7")) {
            assertThatThrownBy(() -> device.publish("gardefroid/1/0/box-7/up/batch/j/1", 5_000_000))
                    .isInstanceOf(MqttException.class);
            await().until(() -> !device.isConnected());
        }
        try (var device = connect("box-7")) {
            assertThat(device.publish("gardefroid/1/0/box-7/up/batch/j/1", 64_000)).isIn(0, NO_MATCHING_SUBSCRIBERS);
        }
    }
}
