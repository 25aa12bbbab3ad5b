package org.gardefroid.ingest.judge;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gardefroid.alerting.ArrivalNumbers;
import org.gardefroid.alerting.EquipmentSettingsCodec;
import org.gardefroid.alerting.Preset;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.gardefroid.telemetry.EquipmentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.ingest.judge.Ward.batch;
import static org.gardefroid.ingest.judge.Ward.reading;

/** A cool box that stays cold for four hours: nothing heard for 30 minutes is a warning, for three hours critical. */
final class ArrivalTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final String ALARMS = """
            SELECT document ->> 'cause', category, severity, to_char(since, 'HH24:MI'), to_char(cleared_at, 'HH24:MI')
            FROM alarm ORDER BY id""";
    private static final String TOLD = "SELECT kind, document ->> 'critical' FROM notification WHERE recipient = 1 ORDER BY id";

    private final TestDatabase database = TestDatabase.create();
    private final Ward ward = new Ward(database);
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

    private void arrive(int minute, int measured) {
        number++;
        CommittedBatch batch = batch(number, at(minute), reading(at(measured), 5));
        ward.store(batch);
        clock.set(batch.receivedAt());
        judge.handOver(batch);
        judge.round();
    }

    private void pass(int minute) {
        clock.set(at(minute));
        judge.settle();
    }

    private void placeALot() {
        database.run("INSERT INTO lot (site, product, number, expires_on) VALUES (1, 'mva-bn', 'A1', '2027-01-01')");
        database.run(
                "INSERT INTO lot_placement (lot, equipment, doses, during) VALUES (1, 1, 20, tstzrange(now(), NULL))");
    }

    @Test
    void aSilentBoxThatHoldsDosesIsNoTechnicalMatterAnHourBeforeItCeasesToBeCold() {
        placeALot();
        arrive(0, 0);
        pass(40);
        assertThat(database.rows(ALARMS)).containsExactly("silent technical warning 08:00 null");
        pass(179);
        assertThat(database.rows(ALARMS)).containsExactly("silent technical warning 08:00 null");

        pass(181);
        assertThat(database.rows(ALARMS)).containsExactly("silent cold-chain critical 08:00 null");
        assertThat(database.rows(TOLD)).containsExactly("raised false", "worsened true");

        arrive(190, 190);
        judge.settle();
        assertThat(database.rows(ALARMS)).containsExactly("silent cold-chain critical 08:00 11:10");
    }

    @Test
    void aSilentBoxThatHoldsNoneStaysATechnicalMatter() {
        arrive(0, 0);
        pass(40);
        pass(600);
        assertThat(database.rows(ALARMS)).containsExactly("silent technical warning 08:00 null");
    }

    @Test
    void theHoldoverOfThisVeryEquipmentCounts() {
        placeALot();
        database.run("UPDATE equipment SET holdover_seconds = 36000");
        arrive(0, 0);
        pass(40);
        pass(500);
        assertThat(database.rows(ALARMS)).containsExactly("silent technical warning 08:00 null");
        pass(541);
        assertThat(database.rows(ALARMS)).containsExactly("silent cold-chain critical 08:00 null");
    }

    @Test
    void theSilenceAndTheHoldoverThatSomebodyHasEditedCount() {
        placeALot();
        ArrivalNumbers usual = ArrivalNumbers.of(Preset.COOL_BOX_2_8, Duration.ofHours(4));
        database.run("UPDATE equipment_setting SET settings = ?::jsonb || settings",
                EquipmentSettingsCodec.encode(Preset.COOL_BOX_2_8.settings(new EquipmentId("box-1"), List.of()),
                        usual.with(Map.of("silence", BigDecimal.TEN, "holdover", BigDecimal.valueOf(600))), usual));
        arrive(0, 0);
        pass(9);
        assertThat(database.rows(ALARMS)).isEmpty();
        pass(11);
        assertThat(database.rows(ALARMS)).containsExactly("silent technical warning 08:00 null");
        pass(539);
        assertThat(database.rows(ALARMS)).containsExactly("silent technical warning 08:00 null");
        pass(541);
        assertThat(database.rows(ALARMS)).containsExactly("silent cold-chain critical 08:00 null");
    }

    @Test
    void aServiceThatWasAwayTellsTheSilenceFromWhenTheBoxWasHeard() {
        placeALot();
        arrive(0, 0);
        clock.set(at(200));
        judge = new RunningJudge(database, clock);
        judge.settle();
        assertThat(database.rows(ALARMS)).as("what was kept for us may be on its way").isEmpty();

        pass(206);
        assertThat(database.rows(ALARMS)).containsExactly("silent cold-chain critical 08:00 null");
    }

    @Test
    void aSilenceToldBeforeARestartEndsThoughTheBoxIsHeardBeforeWeRemember() {
        arrive(0, 0);
        pass(40);
        judge = new RunningJudge(database, clock);
        arrive(50, 50);
        judge.settle();
        assertThat(database.rows(ALARMS)).containsExactly("silent technical warning 08:00 08:50");
    }

    @Test
    void aBoxWhoseReadingsAreOldIsToldToReportLate() {
        arrive(95, 95);
        for (int minute = 100; minute <= 140; minute += 5) {
            arrive(minute, minute - 40);
        }
        assertThat(database.rows(ALARMS)).containsExactly("reporting-late technical warning 09:40 null");

        judge = new RunningJudge(database, clock);
        judge.settle();
        arrive(145, 144);
        judge.settle();
        assertThat(database.rows(ALARMS)).containsExactly("reporting-late technical warning 09:40 10:25");
    }

    @Test
    void aBacklogThatIsCaughtUpWithIsNotReportedLate() {
        arrive(0, 0);
        for (int minute = 0; minute < 20; minute++) {
            arrive(480 + minute, 1 + minute * 24);
        }
        arrive(500, 500);
        judge.settle();
        assertThat(database.rows(ALARMS)).doesNotContain("reporting-late technical warning 16:00 null");
        assertThat(database.rows("SELECT count(*) FROM alarm WHERE document ->> 'cause' = 'reporting-late'"))
                .containsExactly("0");
    }

    private void undated(int minute) {
        database.run(
                """
                        INSERT INTO undated (source, device, journal, number, boot, first_monotonic_millis, last_monotonic_millis,
                            held_because, received_at, bytes)
                        VALUES (?, 1, '01234567-89ab-cdef-0123-456789abcdef', ?, 'boot', 0, 0, 'no-trusted-clock', ?::timestamptz,
                            '')""",
                1_000L + minute, 1_000L + minute, at(minute).toString());
        pass(minute);
        pass(minute);
    }

    @Test
    void aBoxThatDoesNotKnowTheTimeForAQuarterOfAnHourIsTold() {
        arrive(0, 0);
        judge.settle();
        undated(5);
        undated(15);
        assertThat(database.rows(ALARMS)).isEmpty();
        undated(21);
        assertThat(database.rows(ALARMS)).containsExactly("clock-wrong technical warning 08:05 null");

        judge = new RunningJudge(database, clock);
        judge.settle();
        arrive(25, 25);
        judge.settle();
        assertThat(database.rows(ALARMS)).containsExactly("clock-wrong technical warning 08:05 08:25");
    }

    @Test
    void aProbesCalibrationIsToldOnceThirtyDaysBeforeWithItsNameAndEndsWithANewDate() {
        database.run("UPDATE probe SET calibration_due = '2026-12-22'");
        arrive(0, 0);
        judge.settle();
        pass(10);
        assertThat(database.rows(ALARMS)).containsExactly("calibration-due technical warning 08:00 null");
        assertThat(database.rows("SELECT document ->> 'thing' FROM notification WHERE recipient = 1"))
                .containsExactly("box-1-product");

        judge = new RunningJudge(database, clock);
        judge.settle();
        pass(20);
        assertThat(database.rows(TOLD)).hasSize(1);

        database.run("UPDATE probe SET calibration_due = '2027-12-22'");
        pass(29);
        judge.settle();
        assertThat(database.rows("SELECT document ->> 'cause', cleared_at IS NOT NULL FROM alarm"))
                .containsExactly("calibration-due t");
    }
}
