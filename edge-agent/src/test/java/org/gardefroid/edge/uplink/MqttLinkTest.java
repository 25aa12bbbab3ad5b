package org.gardefroid.edge.uplink;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.gardefroid.edge.ServicePeer;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.wire.Topic;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.Mosquitto;
import org.gardefroid.testbed.broker.RunningBroker;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.certificates.PemFiles;
import org.gardefroid.testbed.network.Cable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Each of Paho's traps, with a real broker at the other end of a cable that can be pulled. */
class MqttLinkTest {

    private static final DeviceId DEVICE = new DeviceId("box-7");
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final LinkSettings IMPATIENT = new LinkSettings(Duration.ofSeconds(5), Duration.ofSeconds(1),
            Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofMillis(50), Duration.ofMillis(200), 3);

    private final RunningBroker broker = Testbed.shared().broker();
    private final Cable cable = Cable.to(broker.port());
    private final Heard heard = new Heard();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(cable));

    @TempDir
    private Path folder;

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void carriesUpAndDown() throws Exception {
        carriesUpAndDownOver(broker);
    }

    @Test
    void carriesUpAndDownOverMosquittoAsWell() throws Exception {
        Optional<Mosquitto> mosquitto = Mosquitto.start(folder.resolve("mosquitto"), Testbed.shared().authority());
        assumeTrue(mosquitto.isPresent(), "mosquitto is not installed");
        open.add(mosquitto.get());

        carriesUpAndDownOver(mosquitto.get());
    }

    private void carriesUpAndDownOver(RunningBroker through) throws Exception {
        ServicePeer service = service(through);
        MqttLink link = link(LinkSettings.DEFAULT, through.port());
        await().atMost(SOON).until(heard::isUp);

        assertThat(link.publish(Batches.of(DEVICE, 1))).isTrue();
        link.ask(new Question(new Nonce(17), List.of(Batches.JOURNAL)));
        service.send(new Topic.DownHello(0, DEVICE), new byte[0], false);
        service.send(new Topic.DownBrief(0, DEVICE), "brief".getBytes(StandardCharsets.UTF_8), false);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(service.batches()).hasSize(1);
            assertThat(heard.receipts()).anyMatch(receipt -> receipt.answers().equals(Optional.of(new Nonce(17))));
            assertThat(heard.words()).contains("hello", "brief brief");
        });
    }

    @Test
    void theFirstConnectIsTriedAgainUntilItSucceeds() throws Exception {
        cable.pull(); // it connects to something that never answers the handshake
        link(IMPATIENT, cable.port());
        await().pollDelay(Duration.ofMillis(300)).until(() -> !heard.isUp());
        cable.plugIn();

        await().atMost(SOON).until(heard::isUp);
    }

    @Test
    void aBrokerOfWhichNothingIsHeardAnyMoreIsLeftAndFoundAgain() throws Exception {
        link(IMPATIENT, cable.port());
        await().atMost(SOON).until(heard::isUp);
        cable.pull();
        await().atMost(SOON).until(() -> !heard.isUp()); // although nobody closed anything
        cable.plugIn();

        await().atMost(SOON).until(heard::isUp);
    }

    @Test
    void aPublishWithoutAcknowledgementEndsTheConnectionEvenBeforeThePingDoes() throws Exception {
        LinkSettings settings = new LinkSettings(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(10),
                Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMillis(200), 3);
        MqttLink link = link(settings, cable.port());
        await().atMost(SOON).until(heard::isUp);
        cable.pull();
        assertThat(link.publish(Batches.of(DEVICE, 1))).isTrue();

        await().atMost(SOON).until(() -> !heard.isUp());
    }

    @Test
    void saysNoAtOnceWhenAsMuchIsUnacknowledgedAsMayBe() throws Exception {
        MqttLink link = link(IMPATIENT, cable.port());
        await().atMost(SOON).until(heard::isUp);
        cable.pull();

        assertThat(
                List.of(link.publish(Batches.of(DEVICE, 1)), link.publish(Batches.of(DEVICE, 2)),
                        link.publish(Batches.of(DEVICE, 3)),
                        link.publish(Batches.of(DEVICE, 4))))
                .containsExactly(true, true, true, false);
    }

    @Test
    void aPublishThatTheBrokerRefusesIsNotTakenForASuccess() throws Exception {
        MqttLink link = link(IMPATIENT, broker.port());
        await().atMost(SOON).until(heard::isUp);
        link.publish(Batches.of(new DeviceId("box-8"), 1));

        await().atMost(SOON).until(() -> heard.words().contains("down"));
        await().atMost(SOON).until(heard::isUp);
    }

    @Test
    void saysNoWhileThereIsNoConnection() throws Exception {
        cable.pull();
        MqttLink link = link(IMPATIENT, cable.port());

        assertThat(link.publish(Batches.of(DEVICE, 1))).isFalse();
    }

    @Test
    void aBrokerWhoseCertificateAnotherAuthoritySignedIsNotBelieved() throws Exception {
        PemFiles ours = broker.authority().client(DEVICE.value());
        PemFiles strangers = Authority.in(folder.resolve("strangers")).client(DEVICE.value());
        MqttLink link = link(IMPATIENT, broker.port(),
                TlsIdentity.read(ours.certificate(), ours.key(), strangers.authority()));

        assertThat(link.publish(Batches.of(DEVICE, 1))).isFalse();
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> !heard.isUp());
    }

    @Test
    void smallMessagesDoNotWaitForOneAnother() throws Exception {
        PemFiles ours = broker.authority().client(DEVICE.value());
        Wire wire = new Wire(by(broker.port()),
                TlsIdentity.read(ours.certificate(), ours.key(), ours.authority()), 10_000, MqttLinkTest::millis,
                new Random(7));
        wire.start();

        assertThat(wire.hasNoDelay()).isTrue();
        wire.stop();
    }

    private MqttLink link(LinkSettings settings, int port) throws Exception {
        PemFiles ours = broker.authority().client(DEVICE.value());
        return link(settings, port, TlsIdentity.read(ours.certificate(), ours.key(), ours.authority()));
    }

    private MqttLink link(LinkSettings settings, int port, SSLContext tls) {
        MqttLink link = new MqttLink(settings, List.of(by(port)), () -> tls, DEVICE, 0, heard, MqttLinkTest::millis,
                new Random(7));
        open.add(link);
        link.start();
        return link;
    }

    private static Way by(int port) {
        return new Way(new Way.Carriage.Plain(), "localhost", port, Optional.empty());
    }

    private ServicePeer service(RunningBroker through) throws Exception {
        ServicePeer service = ServicePeer.over(through);
        open.add(service);
        return service;
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
