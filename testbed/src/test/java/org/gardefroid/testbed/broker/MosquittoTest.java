package org.gardefroid.testbed.broker;

import java.nio.file.Path;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.certificates.TlsContexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EnabledIf("org.gardefroid.testbed.broker.Mosquitto#isInstalled")
class MosquittoTest {

    private static final int NOT_AUTHORIZED = 0x87;

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // by @BeforeAll
    private static Mosquitto broker;

    @BeforeAll
    static void start() {
        broker = Mosquitto.start(folder, Testbed.shared().authority()).orElseThrow();
    }

    @AfterAll
    static void stop() {
        broker.stop();
    }

    @Test
    void deviceAndServiceTalkAsTheyDoOverTheOtherBroker() throws Exception {
        try (var service = connect("service"); var device = connect("box-1")) {
            service.subscribe("gardefroid/1/+/+/up/#");
            device.subscribe("gardefroid/1/+/box-1/down/#");

            assertThat(device.publish("gardefroid/1/0/box-1/up/batch/j/1", 64_000)).isZero();
            assertThat(service.topicsReceived.poll(10, SECONDS)).isEqualTo("gardefroid/1/0/box-1/up/batch/j/1");
            assertThat(service.publish("gardefroid/1/0/box-1/down/receipt", 10)).isZero();
            assertThat(device.topicsReceived.poll(10, SECONDS)).isEqualTo("gardefroid/1/0/box-1/down/receipt");
        }
    }

    @Test
    void aDeviceDoesNotPublishForAnother() throws Exception {
        try (var device = connect("box-2")) {
            assertThat(device.publish("gardefroid/1/0/box-3/up/batch/j/1", 100)).isEqualTo(NOT_AUTHORIZED);
        }
    }

    @Test
    void aDeviceHearsNothingOfAnother() throws Exception {
        try (var service = connect("service"); var device = connect("box-4")) {
            device.subscribe("gardefroid/#");
            service.publish("gardefroid/1/0/box-5/down/receipt", 10);
            service.publish("gardefroid/1/0/box-4/down/receipt", 10);

            assertThat(device.topicsReceived.poll(10, SECONDS)).isEqualTo("gardefroid/1/0/box-4/down/receipt");
        }
    }

    @Test
    void nobodyComesInWithoutACertificate() {
        var stranger = TlsContexts.withoutCertificate(broker.authority().certificate());

        assertThatThrownBy(() -> MqttPeer.connect(broker.uri(), stranger, "box-1")).isInstanceOf(MqttException.class);
    }

    private static MqttPeer connect(String name) throws MqttException {
        return MqttPeer.connect(broker.uri(), TlsContexts.of(broker.authority().client(name)), name);
    }
}
