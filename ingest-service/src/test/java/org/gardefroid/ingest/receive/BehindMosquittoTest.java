package org.gardefroid.ingest.receive;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.gardefroid.ingest.mqtt.AtBroker;
import org.gardefroid.ingest.mqtt.BrokerLink;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.wire.Topic;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.Mosquitto;
import org.gardefroid.testbed.database.Database;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.database.RunningDatabase;
import org.gardefroid.testbed.process.ChildProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The same service behind another broker, Debian's mosquitto: nothing that it does depends on which broker there is. */
@EnabledIf("org.gardefroid.testbed.broker.Mosquitto#isInstalled")
final class BehindMosquittoTest {

    private static final String PROBE = "fridge-1-product";
    private static final DeviceId LOGGER = new DeviceId("logger-7");
    private static final String LOGGERS_TOPIC = new Topic.UpSenml(0, LOGGER).asString();
    private static final String LOGGERS_RECEIPTS = new Topic.DownReceipt(0, LOGGER).asString();

    /** May read everything, and is not the service: mosquitto lets nobody in twice. */
    private static final String ONLOOKER = "service-4";

    private static final AtomicInteger SEED = new AtomicInteger();

    @TempDir
    static Path folder;

    private static RunningDatabase database;
    private static Mosquitto broker;
    private static RunningService service;
    private static MosquittoClients clients;

    private Journaled journal;

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        database = Database.start(folder.resolve("database"), Edition.PLAIN);
        broker = Mosquitto.start(folder.resolve("broker"), Testbed.shared().authority()).orElseThrow();
        service = RunningService.start(database, broker, folder.resolve("service"), "mosquitto");
        clients = new MosquittoClients(broker, folder);
    }

    @AfterAll
    static void stop() {
        service.close();
        broker.close();
        database.close();
    }

    @BeforeEach
    void begin() {
        int seed = SEED.incrementAndGet();
        journal = new Journaled(new DeviceId("box-1"), seed,
                Instant.parse("2026-03-01T08:00:00Z").plusSeconds(seed * 10_000L));
    }

    @Test
    void aBatchThatComesTwiceIsStoredOnceAndReceiptedBothTimes() {
        Journaled.Sealed batch = journal.readings(PROBE, 4_000, 4_100, 4_200);
        try (AtBroker box = AtBroker.connect(broker, "box-1")) {
            box.send(batch.topic(), batch.bytes());
            awaitStored(box, NumberSet.of(1));
            int told = box.receipts().size();
            box.send(batch.topic(), batch.bytes());
            await().until(() -> box.receipts().size() > told);
        }
        assertThat(readings()).isEqualTo(3);
    }

    @Test
    void aBrokerKilledAmongMessagesIsFoundAgainAndWhatItLostIsSentAgain() {
        Journaled.Sealed first = journal.readings(PROBE, 4_000);
        Journaled.Sealed second = journal.readings(PROBE, 4_100);
        try (AtBroker box = AtBroker.connect(broker, "box-1")) {
            box.send(first.topic(), first.bytes());
            broker.kill9();
            broker.restart();
            await().until(() -> service.context().getBean(BrokerLink.class).isUp());
            box.send(first.topic(), first.bytes());
            box.send(second.topic(), second.bytes());
            awaitStored(box, NumberSet.range(1, 2));
        }
        assertThat(readings()).isEqualTo(2);
    }

    @Test
    void aDeviceFindsItsBriefAtTheBroker() {
        try (AtBroker box = AtBroker.connect(broker, "box-1")) {
            await().until(() -> box.texts("brief").stream().anyMatch(brief -> brief.contains("\"fridge-2-8\"")));
        }
    }

    @Test
    @EnabledIf("org.gardefroid.ingest.receive.MosquittoClients#areInstalled")
    void aForeignReadingSentFromACommandLineIsStoredAndAnswered() {
        String senml = senml(1_767_225_600L, 4.6);
        try (ChildProcess receipts = clients.subscribe(ONLOOKER, LOGGERS_RECEIPTS)) {
            assertThat(clients.publish("logger-7", LOGGERS_TOPIC, senml)).isEmpty();
            receipts.awaitExit(Duration.ofSeconds(20));
            assertThat(receipts.lines()).singleElement().asString().contains("\"stored\":1,\"repeated\":0");
        }
        assertThat(clients.ask("logger-7", LOGGERS_TOPIC, senml, LOGGERS_RECEIPTS))
                .contains("\"stored\":0,\"repeated\":1");
        assertThat(service.count("SELECT count(*) FROM reading WHERE milli_celsius = 4600")).isEqualTo(1);
    }

    @Test
    @EnabledIf("org.gardefroid.ingest.receive.MosquittoClients#areInstalled")
    void aForeignDeviceIsRefusedOnTheTopicOfAnother() {
        String others = new Topic.UpSenml(0, new DeviceId("logger-8")).asString();
        assertThat(clients.publish("logger-7", others, senml(1_767_229_200L, 9.9))).singleElement().asString()
                .contains("Not authorized");
        // What the service has answered since came after it: had it got through, it would be stored or in quarantine.
        assertThat(clients.ask("logger-7", LOGGERS_TOPIC, senml(1_767_229_201L, 4.7), LOGGERS_RECEIPTS))
                .contains("\"stored\":1");
        assertThat(service.count("SELECT count(*) FROM reading WHERE milli_celsius = 9900")).isZero();
        assertThat(service.count("SELECT count(*) FROM quarantine WHERE topic = '" + others + "'")).isZero();
    }

    private static String senml(long second, double celsius) {
        return "[{\"n\":\"fridge-1-top\",\"u\":\"Cel\",\"v\":" + celsius + ",\"t\":" + second + "}]";
    }

    private void awaitStored(AtBroker box, NumberSet numbers) {
        await().untilAsserted(() -> assertThat(box.receipts().stream()
                .flatMap(receipt -> receipt.journals().stream())
                .filter(of -> of.journal().equals(journal.journal())).map(Receipt.OfJournal::stored))
                .contains(numbers));
    }

    private long readings() {
        return service.count("SELECT count(*) FROM reading r JOIN batch_log l USING (source) WHERE l.journal = '"
                + Journals.uuid(journal.journal()) + "'");
    }
}
