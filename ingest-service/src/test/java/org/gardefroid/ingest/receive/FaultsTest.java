package org.gardefroid.ingest.receive;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.gardefroid.ingest.mqtt.AtBroker;
import org.gardefroid.ingest.mqtt.BrokerLink;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.Broker;
import org.gardefroid.testbed.database.Database;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.database.RunningDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is killed in the middle of work comes back, and nothing is lost or doubled. */
final class FaultsTest {

    private static final int BATCHES = 200;

    private RunningDatabase database;
    private Broker broker;
    private RunningService service;
    private AtBroker box;
    private final List<Journaled.Sealed> batches = new ArrayList<>();

    @BeforeEach
    void start(@TempDir Path folder) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        database = Database.start(folder.resolve("database"), Edition.PLAIN);
        broker = Broker.start(folder.resolve("broker"), Testbed.shared().authority());
        service = RunningService.start(database, broker, folder.resolve("service"), "faults");
        box = AtBroker.connect(broker, "box-1");
        Journaled journal = new Journaled(box.device(), 1, Instant.parse("2026-03-01T08:00:00Z"));
        for (int i = 0; i < BATCHES; i++) {
            batches.add(journal.readings("fridge-1-product", 4_000 + i, 4_100 + i));
        }
    }

    @AfterEach
    void stop() {
        box.close();
        service.close();
        broker.close();
        database.close();
    }

    @Test
    void aDatabaseKilledAmongCommitsGetsEverythingOnceWhenItIsBack() {
        sendFrom(0, BATCHES / 2);
        database.kill9();
        sendFrom(BATCHES / 2, BATCHES);
        database.restart();
        awaitAllStored();
        assertEachReadingOnce();
    }

    @Test
    void aBrokerKilledAmongMessagesIsFoundAgainAndWhatItLostIsSentAgain() {
        sendFrom(0, BATCHES / 2);
        broker.kill9();
        broker.restart();
        await().until(() -> service.context().getBean(BrokerLink.class).isUp());
        sendFrom(0, BATCHES);
        awaitAllStored();
        assertEachReadingOnce();
    }

    @Test
    void aServiceThatStopsAndStartsAmongMessagesStoresEachOnce() {
        sendFrom(0, BATCHES / 2);
        service.restart();
        sendFrom(0, BATCHES);
        awaitAllStored();
        assertEachReadingOnce();
    }

    private void sendFrom(int from, int to) {
        for (Journaled.Sealed batch : batches.subList(from, to)) {
            box.send(batch.topic(), batch.bytes());
        }
    }

    private void awaitAllStored() {
        await().until(() -> box.receipts().stream().flatMap(receipt -> receipt.journals().stream())
                .map(Receipt.OfJournal::stored).reduce(NumberSet.EMPTY, NumberSet::union)
                .equals(NumberSet.of(LongStream.rangeClosed(1, BATCHES).toArray())));
    }

    private void assertEachReadingOnce() {
        assertThat(service.count("SELECT count(*) FROM reading")).isEqualTo(2L * BATCHES);
        assertThat(service.count("SELECT count(DISTINCT measured_at) FROM reading")).isEqualTo(2L * BATCHES);
        assertThat(service.count("SELECT count(*) FROM batch_log")).isEqualTo(BATCHES);
    }
}
