package org.gardefroid.ingest.judge;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.ingest.judge.Ward.batch;
import static org.gardefroid.ingest.judge.Ward.lid;
import static org.gardefroid.ingest.judge.Ward.reading;

/** By the preset of a cool box: above 8 °C for 10 minutes is a warning, for 30 minutes or above 12 °C critical. */
final class JudgingTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private static final String EXCURSIONS = """
            SELECT rule, to_char(since, 'HH24:MI'), to_char(ended_at, 'HH24:MI'), worst_milli_celsius
            FROM excursion WHERE withdrawn_at IS NULL AND rule <> 'unobserved' ORDER BY rule, since""";
    private static final String ALARMS = """
            SELECT document ->> 'cause', category, severity, to_char(since, 'HH24:MI'), to_char(cleared_at, 'HH24:MI'),
                withdrawn_at IS NOT NULL
            FROM alarm ORDER BY id""";
    private static final String TOLD = "SELECT kind, recipient, language FROM notification ORDER BY id";

    private TestDatabase database = TestDatabase.create();
    private Ward ward = new Ward(database);
    private final SettableClock clock = new SettableClock(START);
    private RunningJudge judge = new RunningJudge(database, clock);
    private long number;

    @AfterEach
    void close() {
        database.close();
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    /** A batch for each temperature, a minute apart. */
    private static List<CommittedBatch> minutes(int first, double... celsius) {
        List<CommittedBatch> batches = new ArrayList<>();
        for (int i = 0; i < celsius.length; i++) {
            batches.add(batch(first + i + 1, at(first + i), reading(at(first + i), celsius[i])));
        }
        return batches;
    }

    private static double[] rising(int quiet, int warm, int after) {
        double[] celsius = new double[quiet + warm + after];
        for (int i = 0; i < celsius.length; i++) {
            celsius[i] = i >= quiet && i < quiet + warm ? 9.0 + (i - quiet) * 0.01 : 5.0;
        }
        return celsius;
    }

    private void arrive(CommittedBatch batch) {
        ward.store(batch);
        clock.set(batch.receivedAt());
        judge.handOver(batch);
        judge.round();
    }

    private void arriveNow(DatedRecord... records) {
        number++;
        Instant last = records[records.length - 1].at();
        arrive(batch(number, last, records));
    }

    @Test
    void anExcursionSeenLiveIsAnAlarmAndAMessageToEachPersonBeforeItIsOver() {
        minutes(0, rising(3, 12, 0)).forEach(this::arrive);

        assertThat(database.rows(EXCURSIONS)).containsExactly("cool-box-2-8.high 08:03 null 9110");
        assertThat(database.rows(ALARMS)).containsExactly("too-warm cold-chain warning 08:03 null f");
        assertThat(database.rows(TOLD)).containsExactly("raised 1 fr", "raised 2 en");
        assertThat(database.rows("SELECT state, document ->> 'step' FROM notification"))
                .containsExactly("pending 1", "pending 1");
    }

    @Test
    void aBatchOfADeviceThatIsNewerThanWhatJudgingKnowsIsJudgedOnceItIsKnown() {
        judge.round(); // the devices are read
        database.run("INSERT INTO device (site, name, shard) VALUES (1, 'agent-9', 0)");
        BatchId first = new BatchId(new DeviceId("agent-9"), new JournalId("9".repeat(32)), 1);
        judge.handOver(new CommittedBatch(first, 1, Optional.empty(), clock.instant(), List.of(reading(START, 5.0))));
        judge.round();
        assertThat(database.rows("SELECT device FROM judged")).as("not of nobody, and not yet").isEmpty();
        clock.pass(Duration.ofSeconds(2));
        judge.round();
        clock.pass(Duration.ofSeconds(2));
        judge.round();
        assertThat(database.rows("SELECT d.name, j.numbers FROM judged j JOIN device d ON d.id = j.device"))
                .containsExactly("agent-9 {[1,2)}");
    }

    @Test
    void everyAlarmIsCountedWhoeverRaisedIt() {
        minutes(0, rising(3, 12, 2)).forEach(this::arrive);
        database.run("INSERT INTO alarm (site, category, severity, since, raised_at, document, rule, subject)"
                + " SELECT site, 'technical', 'warning', since, raised_at, document, 'fork', 'agent-1' FROM alarm");
        var registry = new SimpleMeterRegistry();
        new AlarmMetrics(database.transactions(), registry).look();
        assertThat(registry.get("gardefroid.alarms").tag("what", "raised").functionCounter().count()).isEqualTo(2);
        assertThat(registry.get("gardefroid.alarms").tag("what", "cleared").functionCounter().count()).isEqualTo(1);
    }

    @Test
    void whatWasToldIsToldToBeOver() {
        minutes(0, rising(3, 12, 2)).forEach(this::arrive);

        assertThat(database.rows(ALARMS)).containsExactly("too-warm cold-chain warning 08:03 08:15 f");
        assertThat(database.rows(TOLD)).containsExactly("raised 1 fr", "raised 2 en", "cleared 1 fr", "cleared 2 en");
        assertThat(database.rows("SELECT what FROM alarm_history ORDER BY id")).containsExactly("raised", "cleared");
    }

    @Test
    void whatGrowsWorseIsStillOneAlarmAndIsToldOnceMore() {
        minutes(0, rising(3, 40, 0)).forEach(this::arrive);

        assertThat(database.rows(ALARMS)).containsExactly("too-warm cold-chain critical 08:03 null f");
        assertThat(database.rows("SELECT count(*) FROM alarm_fact")).containsExactly("2");
        assertThat(database.rows(TOLD)).containsExactly("raised 1 fr", "raised 2 en", "worsened 1 fr", "worsened 2 en");
    }

    @Test
    void anAcknowledgedAlarmThatGrowsWorseWaitsForAnAnswerAgain() {
        List<CommittedBatch> batches = minutes(0, rising(3, 40, 0));
        batches.subList(0, 15).forEach(this::arrive);
        database.run("UPDATE alarm SET acknowledged_at = now(), acknowledged_by = 1");
        batches.subList(15, 40).forEach(this::arrive);

        assertThat(database.rows("SELECT severity, acknowledged_at FROM alarm")).containsExactly("critical null");
    }

    @Test
    void killedAtAnyInstantItWritesTheSameAgainAndRaisesNothingTwice() {
        int lives = 0;
        for (CommittedBatch batch : minutes(0, rising(3, 12, 3))) {
            arrive(batch);
            judge = new RunningJudge(database, clock);
            lives++;
        }
        judge.settle();

        assertThat(lives).isEqualTo(18);
        assertThat(database.rows(EXCURSIONS)).containsExactly("cool-box-2-8.high 08:03 08:15 9110");
        assertThat(database.rows(ALARMS)).containsExactly("too-warm cold-chain warning 08:03 08:15 f");
        assertThat(database.rows(TOLD)).hasSize(4);
    }

    @Test
    void whatWasStoredAndNeverHandedOverIsFoundInTheDatabase() {
        minutes(0, rising(3, 12, 3)).forEach(ward::store);
        clock.set(at(18));
        judge.settle();

        assertThat(database.rows(EXCURSIONS)).containsExactly("cool-box-2-8.high 08:03 08:15 9110");
        assertThat(database.rows("SELECT numbers FROM judged")).containsExactly("{[1,19)}");
    }

    @Test
    void whatAnotherInstanceStoresIsJudgedByTheOneThatJudgesAndIsNoSilence() {
        judge.round();
        database.run("INSERT INTO shard_lease (shard, holder, epoch, until) VALUES (0, 'service-2', 1, 'infinity')");
        List<CommittedBatch> batches = minutes(0, rising(3, 72, 2));
        batches.subList(0, 76).forEach(this::isStoredByAnother);
        assertThat(database.rows(ALARMS)).containsExactly("too-warm cold-chain critical 08:03 09:15 f");

        ward.store(batches.getLast()); // by the other, before the shard passed to us
        database.run("UPDATE shard_lease SET holder = 'service', epoch = 2");
        judge.settle();
        assertThat(database.rows("SELECT numbers FROM judged")).containsExactly("{[1,78)}");
    }

    private void isStoredByAnother(CommittedBatch batch) {
        ward.store(batch);
        clock.set(batch.receivedAt());
        judge.round();
        clock.pass(Duration.ofSeconds(1));
        judge.round();
    }

    @Test
    void shuffledRepeatedAndWithRestartsTheSameIsFound() {
        for (int seed = 1; seed <= 5; seed++) {
            database.close();
            database = TestDatabase.create();
            ward = new Ward(database);
            List<CommittedBatch> batches = minutes(0, rising(20, 12, 25));
            batches.addAll(minutes(57, rising(10, 11, 10)));
            Random random = new Random(seed);
            Collections.shuffle(batches, random);
            clock.set(at(120));
            judge = new RunningJudge(database, clock);
            for (CommittedBatch batch : batches) {
                ward.store(batch);
                if (random.nextInt(10) > 0) {
                    judge.handOver(batch);
                }
                if (random.nextInt(8) == 0) {
                    judge.handOver(batch);
                    clock.pass(Duration.ofSeconds(random.nextInt(20)));
                    judge.round();
                }
                if (random.nextInt(15) == 0) {
                    judge = new RunningJudge(database, clock);
                }
            }
            judge = new RunningJudge(database, clock);
            judge.settle();

            assertThat(database.rows(EXCURSIONS)).as("seed " + seed).containsExactly(
                    "cool-box-2-8.high 08:20 08:32 9110", "cool-box-2-8.high 09:07 09:18 9100");
            assertThat(database.rows("SELECT to_char(since, 'HH24:MI'), to_char(cleared_at, 'HH24:MI') FROM alarm"
                    + " WHERE withdrawn_at IS NULL ORDER BY since")).as("seed " + seed)
                    .containsExactly("08:20 08:32", "09:07 09:18");
        }
    }

    @Test
    void readingsThatComeLateTakeAnAlarmBackAndThoseToldAreTold() {
        // Out of range on both sides of what is missing: possibly one long excursion.
        List<CommittedBatch> batches = minutes(0, rising(2, 20, 0));
        CommittedBatch inRange = batch(9, at(23), reading(at(8), 5.0));
        CommittedBatch later = batch(16, at(23), reading(at(15), 5.0));
        batches.set(8, inRange);
        batches.set(15, later);
        for (CommittedBatch batch : batches) {
            if (!batch.equals(inRange) && !batch.equals(later)) {
                arrive(batch);
            }
        }
        clock.pass(Duration.ofSeconds(11));
        judge.settle();
        assertThat(database.rows(TOLD)).containsExactly("raised 1 fr", "raised 2 en");

        List.of(inRange, later).forEach(this::arrive);
        judge.settle();

        assertThat(database.rows(EXCURSIONS)).isEmpty();
        assertThat(database.rows("SELECT withdrawn_at IS NOT NULL FROM alarm")).containsExactly("t");
        assertThat(database.rows(TOLD)).containsExactly("raised 1 fr", "raised 2 en", "corrected 1 fr",
                "corrected 2 en");
    }

    @Test
    void whatIsLateAndOverIsListedAndWakesNobody() {
        minutes(0, rising(3, 12, 3)).forEach(ward::store);
        clock.set(at(600));
        judge.settle();

        assertThat(database.rows(ALARMS)).contains("too-warm cold-chain warning 08:03 08:15 f");
        assertThat(database.rows(TOLD)).isEmpty();
    }

    @Test
    void aLidLeftOpenIsToldByTheBoxesOwnTimeAndNotBeforeItsRecordsHaveCome() {
        // A box without network for a while sends what it kept: by our clock the lid has been open for eight minutes.
        arrive(batch(1, at(9), reading(at(0), 5), lid(at(1), true)));
        arrive(batch(2, at(9), reading(at(2), 5)));
        clock.pass(Duration.ofSeconds(60));
        judge.settle();
        assertThat(database.rows(ALARMS)).isEmpty();

        arrive(batch(3, at(10), lid(at(4), false), reading(at(7), 5)));
        judge.settle();
        assertThat(database.rows(ALARMS)).isEmpty();
    }

    @Test
    void aLidLeftOpenIsAnAlarmThoughNothingMoreIsHeard() {
        arriveNow(reading(at(0), 5), lid(at(1), true));
        clock.set(at(7));
        judge.settle();

        assertThat(database.rows(ALARMS)).containsExactly("door-left-open cold-chain warning 08:01 null f");

        judge = new RunningJudge(database, clock);
        judge.settle();
        assertThat(database.rows(ALARMS)).containsExactly("door-left-open cold-chain warning 08:01 null f");
    }

    @Test
    void silenceIsTechnicalAndEndsWhenSomethingIsHeard() {
        arriveNow(reading(at(0), 5));
        clock.set(at(31));
        judge.settle();
        assertThat(database.rows(ALARMS)).containsExactly("silent technical warning 08:00 null f");

        judge = new RunningJudge(database, clock);
        judge.settle();
        clock.set(at(40));
        number = 1;
        arriveNow(reading(at(40), 5));
        judge.settle();
        assertThat(database.rows(ALARMS)).containsExactly("silent technical warning 08:00 08:40 f");
    }

    @Test
    void whatFoundNoRoomInMemoryIsJudgedAllTheSame() {
        judge = new RunningJudge(database.transactions(), clock, new JudgingSettings(Duration.ofSeconds(90),
                Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofMinutes(2), 2, Duration.ofMinutes(5)));
        judge.round();
        List<CommittedBatch> batches = minutes(0, rising(3, 12, 2));
        batches.forEach(ward::store);
        judge.handOver(batches.toArray(CommittedBatch[]::new));
        clock.set(at(17));
        judge.settle();

        assertThat(database.rows(EXCURSIONS)).containsExactly("cool-box-2-8.high 08:03 08:15 9110");
        assertThat(database.rows("SELECT numbers FROM judged")).containsExactly("{[1,18)}");
    }

    @Test
    void ofEachDayThatIsLongPastOneStateIsKeptHoweverManyReadingsItHas() {
        database.run("""
                INSERT INTO reading (measured_at, source, probe, milli_celsius)
                SELECT ?::timestamptz - make_interval(mins => 30 * n), 0, 1, 5000 FROM generate_series(1, 480) n""",
                at(0).toString());
        judge.round();
        judge.settle();

        assertThat(database.rows("""
                SELECT count(*) = count(DISTINCT date_trunc('day', at)), count(*) > 6 FROM fold_checkpoint
                WHERE at < '%s'::timestamptz - interval '2 days'""".formatted(at(0)))).containsExactly("t t");
        assertThat(database.rows("SELECT count(*) > 40 FROM fold_checkpoint")).containsExactly("t");
    }

    @Test
    void aDatabaseThatFailsInBetweenLosesNothing() {
        List<CommittedBatch> batches = minutes(0, rising(3, 12, 0));
        judge.round();
        batches.subList(0, 12).forEach(this::arrive);
        database.run("ALTER TABLE notification RENAME TO gone");
        batches.subList(12, 14).forEach(batch -> {
            ward.store(batch);
            clock.set(batch.receivedAt());
            judge.handOver(batch);
            judge.round();
        });
        assertThat(database.rows(ALARMS)).doesNotContain("too-warm cold-chain warning 08:03 null f");

        database.run("ALTER TABLE gone RENAME TO notification");
        clock.pass(Duration.ofMinutes(2));
        judge.settle();

        assertThat(database.rows(ALARMS)).contains("too-warm cold-chain warning 08:03 null f");
        assertThat(database.rows(TOLD)).contains("raised 1 fr", "raised 2 en");
        assertThat(database.rows("SELECT rule, cleared_at IS NOT NULL FROM alarm WHERE category = 'technical'"))
                .containsExactly("judging-failed t");
    }
}
