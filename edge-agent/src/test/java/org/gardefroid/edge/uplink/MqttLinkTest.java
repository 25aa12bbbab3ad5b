package org.gardefroid.edge.uplink;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gardefroid.edge.ServicePeer;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.BatchCodec;
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
    private static final JournalId JOURNAL = new JournalId("a".repeat(32));
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

        assertThat(link.publish(batch(DEVICE, 1))).isTrue();
        link.ask(new Question(new Nonce(17), List.of(JOURNAL)));
        service.send(new Topic.DownHello(0, DEVICE), new byte[0], false);
        service.send(new Topic.DownBrief(0, DEVICE), "brief".getBytes(StandardCharsets.UTF_8), false);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(service.batches()).hasSize(1);
            assertThat(heard.receipts).anyMatch(receipt -> receipt.answers().equals(Optional.of(new Nonce(17))));
            assertThat(heard.words).contains("hello", "brief brief");
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
        assertThat(link.publish(batch(DEVICE, 1))).isTrue();

        await().atMost(SOON).until(() -> !heard.isUp());
    }

    @Test
    void saysNoAtOnceWhenAsMuchIsUnacknowledgedAsMayBe() throws Exception {
        MqttLink link = link(IMPATIENT, cable.port());
        await().atMost(SOON).until(heard::isUp);
        cable.pull();

        assertThat(
                List.of(link.publish(batch(DEVICE, 1)), link.publish(batch(DEVICE, 2)), link.publish(batch(DEVICE, 3)),
                        link.publish(batch(DEVICE, 4))))
                .containsExactly(true, true, true, false);
    }

    @Test
    void aPublishThatTheBrokerRefusesIsNotTakenForASuccess() throws Exception {
        MqttLink link = link(IMPATIENT, broker.port());
        await().atMost(SOON).until(heard::isUp);
        link.publish(batch(new DeviceId("box-8"), 1));

        await().atMost(SOON).until(() -> heard.words.contains("down"));
        await().atMost(SOON).until(heard::isUp);
    }

    @Test
    void saysNoWhileThereIsNoConnection() throws Exception {
        cable.pull();
        MqttLink link = link(IMPATIENT, cable.port());

        assertThat(link.publish(batch(DEVICE, 1))).isFalse();
    }

    @Test
    void aBrokerWhoseCertificateAnotherAuthoritySignedIsNotBelieved() throws Exception {
        PemFiles ours = broker.authority().client(DEVICE.value());
        PemFiles strangers = Authority.in(folder.resolve("strangers")).client(DEVICE.value());
        MqttLink link = new MqttLink(IMPATIENT, "localhost", broker.port(),
                TlsIdentity.read(ours.certificate(), ours.key(), strangers.authority()), DEVICE, 0, heard,
                MqttLinkTest::millis, new Random(7));
        open.add(link);
        link.start();

        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> !heard.isUp());
    }

    @Test
    void smallMessagesDoNotWaitForOneAnother() throws Exception {
        PemFiles ours = broker.authority().client(DEVICE.value());
        Wire wire = new Wire(URI.create("gardefroid://localhost:" + broker.port()),
                TlsIdentity.read(ours.certificate(), ours.key(), ours.authority()), 10_000, MqttLinkTest::millis);
        wire.start();

        assertThat(wire.hasNoDelay()).isTrue();
        wire.stop();
    }

    private MqttLink link(LinkSettings settings, int port) throws Exception {
        PemFiles ours = broker.authority().client(DEVICE.value());
        MqttLink link = new MqttLink(settings, "localhost", port,
                TlsIdentity.read(ours.certificate(), ours.key(), ours.authority()), DEVICE, 0, heard,
                MqttLinkTest::millis,
                new Random(7));
        open.add(link);
        link.start();
        return link;
    }

    private ServicePeer service(RunningBroker through) throws Exception {
        ServicePeer service = ServicePeer.over(through);
        open.add(service);
        return service;
    }

    private static SealedBatch batch(DeviceId device, long number) {
        Batch batch = new Batch(new BatchId(device, JOURNAL, number),
                new BatchClock(new BootId("b"), 0, Optional.empty()),
                Sha256.NONE, Optional.empty(), Optional.empty(),
                List.of(new JournalRecord(0, new Event.PowerChanged(true))));
        byte[] content = BatchCodec.encode(batch);
        return new SealedBatch(batch.id(), content, Sha256.of(content), false, Optional.empty());
    }

    private static long millis() {
        return System.nanoTime() / 1_000_000;
    }

    /** What the link handed over. */
    private static final class Heard implements Inbox {

        private final List<String> words = new CopyOnWriteArrayList<>();
        private final List<Receipt> receipts = new CopyOnWriteArrayList<>();

        boolean isUp() {
            return words.stream().filter("up"::equals).count() > words.stream().filter("down"::equals).count();
        }

        @Override
        public void connected() {
            words.add("up");
        }

        @Override
        public void disconnected() {
            words.add("down");
        }

        @Override
        public void receiptArrived(Receipt receipt) {
            receipts.add(receipt);
        }

        @Override
        public void helloArrived() {
            words.add("hello");
        }

        @Override
        public void briefArrived(byte[] content) {
            words.add("brief " + new String(content, StandardCharsets.UTF_8));
        }
    }
}
