package org.gardefroid.ingest.receive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.gardefroid.ingest.lease.LeaseKeeper;
import org.gardefroid.ingest.mqtt.AtBroker;
import org.gardefroid.ingest.rollup.Rollups;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Nonce;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.wire.QuestionCodec;
import org.gardefroid.telemetry.wire.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole way from the broker to the database and back, with real ones: what holds whichever database it is. */
abstract class ReceptionRules {

    private static final String PROBE = "fridge-1-product";
    private static final Instant BOOTED = Instant.parse("2026-03-01T08:00:00Z");
    private static final AtomicInteger SEED = new AtomicInteger();

    private final RunningService service;
    private final boolean chunked;
    private AtBroker box;
    private Journaled journal;

    /** @param chunked whether the database has TimescaleDB */
    ReceptionRules(RunningService service, boolean chunked) {
        this.service = service;
        this.chunked = chunked;
    }

    @BeforeEach
    void connect() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        box = AtBroker.connect(service.broker(), "box-1");
        journal = new Journaled(box.device(), SEED.incrementAndGet(), BOOTED.plusSeconds(SEED.get() * 10_000L));
    }

    @AfterEach
    void disconnect() {
        box.close();
    }

    @Test
    void aBatchThatComesTwiceIsStoredOnceAndReceiptedBothTimes() {
        Journaled.Sealed batch = journal.readings(PROBE, 4_000, 4_100, 4_200);
        send(batch);
        awaitStored(NumberSet.of(1));
        int told = box.receipts().size();
        send(batch);
        await().until(() -> box.receipts().size() > told);
        assertThat(readings(1)).isEqualTo(3);
    }

    @Test
    void whatComesOutOfOrderIsStoredAndTheHoleIsTold() {
        Journaled.Sealed first = journal.readings(PROBE, 4_000);
        Journaled.Sealed second = journal.readings(PROBE, 4_100);
        Journaled.Sealed third = journal.readings(PROBE, 4_200);
        send(first);
        send(third);
        awaitStored(NumberSet.of(1, 3));
        send(second);
        awaitStored(NumberSet.range(1, 3));
    }

    @Test
    void aFaultAndADoorAreStoredAndReadBackAsTheyWereSent() throws Exception {
        send(journal.observed(new Measured(new ProbeId(PROBE), ProbeFault.DISCONNECTED),
                new Event.DoorMoved(new DoorId("fridge-1-door"), true)));
        awaitStored(NumberSet.of(1));
        assertThat(service.context().getBean(StoredBatches.class).find(journal.id(1)).orElseThrow().records())
                .satisfiesExactly(
                        reading -> assertThat(reading).isInstanceOfSatisfying(Reading.class,
                                it -> assertThat(it.measurement()).isEqualTo(ProbeFault.DISCONNECTED)),
                        door -> assertThat(door).isInstanceOfSatisfying(Occurrence.class, it -> assertThat(it.event())
                                .isEqualTo(new Event.DoorMoved(new DoorId("fridge-1-door"), true))));
    }

    @Test
    void thatABoxSetItsJournalAsideIsStored() throws Exception {
        Event aside = new Event.JournalSetAside("journal.db.unsound-1");
        send(journal.observed(new Event.AgentStarted("0.1.0"), aside));
        awaitStored(NumberSet.of(1));
        assertThat(service.context().getBean(StoredBatches.class).find(journal.id(1)).orElseThrow().records())
                .last().isInstanceOfSatisfying(Occurrence.class, it -> assertThat(it.event()).isEqualTo(aside));
    }

    @Test
    void howHumidTheAirIsIsStored() throws Exception {
        Event humid = new Event.HumidityRead(new ProbeId(PROBE), 83);
        send(journal.observed(new Event.AgentStarted("0.1.0"), humid));
        awaitStored(NumberSet.of(1));
        assertThat(service.context().getBean(StoredBatches.class).find(journal.id(1)).orElseThrow().records())
                .last().isInstanceOfSatisfying(Occurrence.class, it -> assertThat(it.event()).isEqualTo(humid));
    }

    @Test
    void untilWhenAProbeIsCalibratedIsWhatItsOwnBoxSaidLast() {
        String due = "SELECT calibration_due - DATE '2026-01-01' FROM probe WHERE name = '" + PROBE + "'";
        send(journal
                .observed(new Event.ProbeCalibrated(new ProbeId(PROBE), 120, 100, LocalDate.of(2027, 3, 1), "A-1")));
        send(journal.observed(new Event.ProbeCalibrated(new ProbeId(PROBE), 110, 100, LocalDate.of(2026, 3, 1), "A-0"),
                new Event.ProbeCalibrated(new ProbeId("fridge-1-top"), 0, 100, LocalDate.of(2028, 1, 1), "B-1")));
        awaitStored(NumberSet.range(1, 2));
        assertThat(service.count(due)).as("not the earlier one of an old journal").isEqualTo(424);
        assertThat(
                service.count("SELECT count(*) FROM probe WHERE name = 'fridge-1-top' AND calibration_due IS NOT NULL"))
                .as("another device's probe").isZero();
    }

    @Test
    void whatIsStoredIsSoonJudgedAndMarkedSo() throws Exception {
        StoredBatches stored = service.context().getBean(StoredBatches.class);
        send(journal.readings(PROBE, 4_000));
        awaitStored(NumberSet.of(1));
        await().untilAsserted(() -> assertThat(stored.unjudged(List.of(0), 1_000)).extracting(CommittedBatch::id)
                .doesNotContain(journal.id(1)));
        assertThat(stored.find(journal.id(1))).isPresent();
    }

    @Test
    void aKnownNumberWithOtherBytesIsAForkAndTheFirstStays() {
        Journaled copy = new Journaled(box.device(), SEED.get(), BOOTED.plusSeconds(SEED.get() * 10_000L));
        send(journal.readings(PROBE, 4_000));
        awaitStored(NumberSet.of(1));
        send(copy.readings(PROBE, 9_000));
        awaitRejected(1, Rejection.FORK);
        assertThat(service.count("SELECT count(*) FROM reading WHERE milli_celsius = 9000")).isZero();
        assertThat(quarantined("fork")).isEqualTo(1);
    }

    @Test
    void rubbishIsAnsweredAndKeptAndTheNextGoodBatchIsStored() {
        box.send(new Topic.UpBatch(0, journal.id(1)).asString(), new byte[]{1, 2, 3});
        awaitRejected(1, Rejection.MALFORMED);
        assertThat(quarantined("malformed")).isEqualTo(1);
        send(journal.readings(PROBE, 4_000));
        awaitStored(NumberSet.of(1));
    }

    @Test
    void aProbeThatIsNotRegisteredForItsDeviceIsQuarantined() {
        send(journal.readings("fridge-1-top", 4_000));
        awaitRejected(1, Rejection.UNKNOWN_NAME);
        assertThat(readings(1)).isZero();
    }

    @Test
    void whatTheDatabaseRefusesIsFoundAmongTheOthersAndTheyAreStored() {
        service.execute("ALTER TABLE reading ADD CONSTRAINT thirteen CHECK (milli_celsius <> 13131)");
        Journaled.Sealed[] batches = {journal.readings(PROBE, 4_000), journal.readings(PROBE, 13_131),
            journal.readings(PROBE, 4_200)};
        for (Journaled.Sealed batch : batches) {
            send(batch);
        }
        awaitStored(NumberSet.of(1, 3));
        awaitRejected(2, Rejection.REFUSED_BY_DATABASE);
        service.execute("ALTER TABLE reading DROP CONSTRAINT thirteen");
    }

    @Test
    void anUndatedBatchIsReceiptedAndEntersTheReadingsOnceTheNextOneDatesIt() {
        send(journal.undatedReadings(PROBE, 4_000, 4_100));
        awaitStored(NumberSet.of(1));
        assertThat(readings(1)).isZero();
        send(journal.readings(PROBE, 4_200));
        awaitStored(NumberSet.of(1, 2));
        await().until(() -> readings(1) == 2);
        assertThat(service.count("SELECT count(*) FROM reading r JOIN batch_log l USING (source) WHERE l.journal = '"
                + Journals.uuid(journal.journal()) + "' AND r.measured_at = '"
                + BOOTED.plusSeconds(SEED.get() * 10_000L).plusSeconds(60) + "'")).isEqualTo(1);
    }

    @Test
    void aFutureBatchIsReceiptedAndHeldApart() {
        Journaled ahead = new Journaled(box.device(), SEED.incrementAndGet(), Instant.parse("2150-01-01T00:00:00Z"));
        send(ahead.readings(PROBE, 4_000));
        await().until(() -> lastReceipt(ahead).map(Receipt.OfJournal::stored).orElse(NumberSet.EMPTY).contains(1));
        assertThat(service.count("SELECT count(*) FROM reading WHERE measured_at > '2149-01-01'")).isZero();
        assertThat(service.count("SELECT count(*) FROM undated WHERE held_because = 'future' AND journal = '"
                + Journals.uuid(ahead.journal()) + "'")).isEqualTo(1);
    }

    @Test
    void anUndatedBatchThatIsDatedToTheFutureEntersTheReadingsWhenItsTimeHasCome() {
        Journaled ahead = new Journaled(box.device(), SEED.incrementAndGet(), Instant.parse("2130-01-01T00:00:00Z"));
        send(ahead.undatedReadings(PROBE, 4_000, 4_100));
        send(ahead.readings(PROBE, 4_200));
        await().until(() -> lastReceipt(ahead).map(Receipt.OfJournal::stored).orElse(NumberSet.EMPTY)
                .contains(2));
        String its = " WHERE journal = '" + Journals.uuid(ahead.journal()) + "'";
        assertThat(service.count("SELECT count(*) FROM undated" + its + " AND held_because = 'future'")).isEqualTo(2);

        // A century is too long to wait for: the future comes to us instead.
        service.execute("UPDATE undated SET not_before = not_before - INTERVAL '105 years'" + its);
        service.execute("UPDATE batch_log SET wall = wall - INTERVAL '105 years'" + its);
        service.context().getBean(HeldRelease.class)
                .releaseDue(Set.copyOf(service.context().getBean(LeaseKeeper.class).held().values()));

        assertThat(service.count("SELECT count(*) FROM reading WHERE source IN (SELECT source FROM batch_log" + its
                + ")")).isEqualTo(3);
    }

    @Test
    void aQuestionIsAnsweredWithItsNonce() {
        send(journal.readings(PROBE, 4_000));
        awaitStored(NumberSet.of(1));
        box.send(new Topic.UpAsk(0, box.device()).asString(),
                QuestionCodec.encode(new Question(new Nonce(4711), List.of(journal.journal()))));
        await().untilAsserted(() -> assertThat(box.receipts()).anySatisfy(receipt -> {
            assertThat(receipt.answers()).contains(new Nonce(4711));
            assertThat(receipt.journals().getFirst().stored()).isEqualTo(NumberSet.of(1));
        }));
    }

    @Test
    void aDeviceFindsItsBriefAtTheBroker() {
        await().until(() -> box.texts("brief").stream().anyMatch(brief -> brief.contains("\"preset\":\"fridge-2-8\"")));
    }

    @Test
    void aBriefThatChangesIsSentToADeviceThatIsConnectedAndKeptForWhoeverJudgesByIt() {
        awaitBrief("\"recordSeconds\":60");
        service.execute("UPDATE device SET record_seconds = 17 WHERE name = 'box-1'");
        awaitBrief("\"recordSeconds\":17");
        service.execute("UPDATE device SET record_seconds = 60 WHERE name = 'box-1'");
        awaitBrief("\"recordSeconds\":60");
        assertThat(
                service.count("SELECT count(*) FROM brief WHERE convert_from(document, 'UTF8') LIKE '%Seconds\":17%'"))
                .isEqualTo(1);
    }

    @Test
    void aForeignReadingIsItselfByItsProbeAndTime() {
        long second = 1_767_225_600L + SEED.incrementAndGet() * 10L;
        try (AtBroker logger = AtBroker.connect(service.broker(), "logger-7")) {
            String topic = new Topic.UpSenml(0, logger.device()).asString();
            logger.send(topic, senml(second, "4.6"));
            logger.send(topic, senml(second, "4.6"));
            logger.send(topic, senml(second, "4.7"));
            logger.send(topic, senml(second + 1, "4.7"));
            await().until(() -> logger.texts("receipt").size() == 4);
            assertThat(logger.texts("receipt")).satisfiesExactly(
                    stored -> assertThat(stored).contains("\"stored\":1,\"repeated\":0"),
                    repeated -> assertThat(repeated).contains("\"stored\":0,\"repeated\":1"),
                    conflict -> assertThat(conflict).contains("\"rejected\":\"conflicting-reading\""),
                    next -> assertThat(next).contains("\"stored\":1,\"repeated\":0"));
        }
    }

    @Test
    void whatWasStoredBeforeARestartIsARepeatAfterIt() {
        Journaled.Sealed batch = journal.readings(PROBE, 4_000, 4_100);
        send(batch);
        awaitStored(NumberSet.of(1));
        service.restart();
        int told = box.receipts().size();
        send(batch);
        await().until(() -> box.receipts().size() > told);
        assertThat(readings(1)).isEqualTo(2);
        await().until(() -> !box.texts("hello").isEmpty()); // jittered, so that not all ask at once
    }

    @Test
    void readingsAreInChunksWhereTimescaleIsAndInATableElsewhere() {
        assertThat(service.count("SELECT count(*) FROM pg_extension WHERE extname = 'timescaledb'"))
                .isEqualTo(chunked ? 1 : 0);
        if (chunked) {
            assertThat(service.count("SELECT count(*) FROM timescaledb_information.hypertables "
                    + "WHERE hypertable_name = 'reading'")).isEqualTo(1);
        }
    }

    @Test
    void noRoleMayDoMoreThanItsWork() {
        assertThat(service.count("SELECT has_table_privilege('gardefroid_ingest', 'reading', 'DELETE')::int")).isZero();
        assertThat(service.count("SELECT has_table_privilege('gardefroid_ingest', 'reading', 'UPDATE')::int")).isZero();
        assertThat(service.count("SELECT has_table_privilege('gardefroid_console', 'reading', 'INSERT')::int"))
                .isZero();
        assertThat(service.count("SELECT has_table_privilege('gardefroid_grafana', 'person', 'SELECT')::int")).isZero();
        assertThat(service.count("SELECT has_table_privilege('gardefroid_grafana', 'reading', 'SELECT')::int"))
                .isEqualTo(1);
    }

    @Test
    void anHourIsMadeOfItsReadings() throws Exception {
        send(journal.readings(PROBE, 1_000, 2_000, 6_000));
        awaitStored(NumberSet.of(1));
        Rollups rollups = service.context().getBean(Rollups.class);
        rollups.makeTouched();
        assertThat(service.count("SELECT sum(readings) FROM reading_hourly")).isEqualTo(
                service.count("SELECT count(milli_celsius) FROM reading"));
        assertThat(service.count("SELECT sum(sum_milli_celsius) FROM reading_daily")).isEqualTo(
                service.count("SELECT sum(milli_celsius) FROM reading"));
    }

    private static byte[] senml(long second, String value) {
        return ("[{\"n\":\"fridge-1-top\",\"u\":\"Cel\",\"v\":" + value + ",\"t\":" + second + "}]")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void send(Journaled.Sealed batch) {
        box.send(batch.topic(), batch.bytes());
    }

    private void awaitBrief(String part) {
        await().until(() -> !box.texts("brief").isEmpty() && box.texts("brief").getLast().contains(part));
    }

    private void awaitStored(NumberSet numbers) {
        await().untilAsserted(() -> assertThat(lastReceipt(journal).map(Receipt.OfJournal::stored)).contains(numbers));
    }

    private void awaitRejected(long number, Rejection reason) {
        await().untilAsserted(() -> assertThat(
                lastReceipt(journal).map(Receipt.OfJournal::rejected).orElse(Map.of())).containsEntry(number, reason));
    }

    private Optional<Receipt.OfJournal> lastReceipt(Journaled of) {
        return box.receipts().reversed().stream().flatMap(receipt -> receipt.journals().stream())
                .filter(journals -> journals.journal().equals(of.journal())).findFirst();
    }

    private long readings(long number) {
        return service.count("SELECT count(*) FROM reading r JOIN batch_log l USING (source) WHERE l.journal = '"
                + Journals.uuid(journal.journal()) + "' AND l.number = " + number);
    }

    private long quarantined(String reason) {
        return service.count("SELECT count(*) FROM quarantine WHERE journal = '" + Journals.uuid(journal.journal())
                + "' AND reason = '" + reason + "'");
    }
}
