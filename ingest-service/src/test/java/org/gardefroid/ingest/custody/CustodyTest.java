package org.gardefroid.ingest.custody;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.custody.LotWay;
import org.gardefroid.vaccines.custody.LotWayJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.ingest.custody.Desk.NONE;
import static org.gardefroid.ingest.custody.Desk.at;
import static org.gardefroid.ingest.judge.Ward.reading;
import static org.gardefroid.ingest.judge.Ward.vial;

class CustodyTest {

    private static final String TECHNICAL = """
            SELECT rule, severity, cleared_at IS NOT NULL FROM alarm WHERE category = 'technical' ORDER BY id""";

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private static DatedRecord ofLot(Instant at, String vial, String lot) {
        return new Occurrence(at, new Event.VialOfLot(new VialId(vial), new LotNumber(lot)));
    }

    private static DatedRecord left(Instant at, String vial, int doses) {
        return new Occurrence(at, new Event.DosesLeft(new VialId(vial), doses));
    }

    @Test
    void aLotThatStaysInItsRefrigeratorIsUsable() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 20, 5);
        assertThat(desk.verdicts()).containsExactly("lot AB12 usable - 22:00 now");
    }

    @Test
    void aBudgetThatIsSpentEndsTheLotsTimeAndTheHistoryKeepsWhatWasSaidBefore() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 20, 5);
        desk.read(21, 90, 12);
        assertThat(desk.verdicts()).containsExactly("lot AB12 usable - 09:21 then",
                "lot AB12 time-over budget-spent 09:21 now");
    }

    @Test
    void whatIsFrozenIsSetApartAtOnce() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 3, 5);
        desk.arrive(reading(at(4), -0.5));
        assertThat(desk.verdicts()).last().isEqualTo("lot AB12 isolate frozen 22:00 now");
    }

    @Test
    void silenceSetsApartByItselfAndReadingsThatComeLateTakeItBack() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 5, 5);
        desk.pass(Duration.ofMinutes(40));
        assertThat(desk.verdicts()).last().asString().contains("isolate unobserved-too-long");

        for (int minute = 6; minute < 46; minute++) {
            desk.store(reading(at(minute), 5));
        }
        desk.round();
        assertThat(desk.verdicts()).last().asString().isEqualTo("lot AB12 usable - 22:00 now");
        assertThat(desk.verdicts()).hasSize(3);
    }

    @Test
    void anUnsignedProfileNeverGivesABudget() {
        desk.profile(3, "");
        desk.lot("AB12", 0, NONE);
        desk.read(0, 5, 5);
        assertThat(desk.verdicts()).containsExactly("lot AB12 isolate profile-not-signed 22:00 now");
    }

    @Test
    void nobodyKnowsWhatItWentThroughBeforeSaysSo() {
        desk.lot("AB12", 0, null);
        desk.read(0, 5, 5);
        assertThat(desk.verdicts()).containsExactly("lot AB12 isolate opening-exposure-unknown 22:00 now");
    }

    @Test
    void aSignatureIsSeenWithoutARestart() {
        desk.profile(3, "");
        desk.lot("AB12", 0, NONE);
        desk.read(0, 5, 5);
        desk.profile(4, Desk.SIGNED);
        desk.pass(Duration.ofSeconds(6));
        assertThat(desk.verdicts()).last().isEqualTo("lot AB12 usable - 22:00 now");
    }

    @Test
    void aLotThatComesFrozenHasTheTimeAllowedAfterItsThawing() {
        desk.frozenProfile();
        desk.lot("FR01", 0, NONE);
        desk.read(0, 5, -20);
        assertThat(desk.verdicts()).containsExactly("lot FR01 usable - 22:00 now");

        desk.database.run("UPDATE lot_placement SET thawed_at = ?::timestamptz", at(6).toString());
        desk.pass(Duration.ofSeconds(6));
        desk.read(6, 20, 5);
        assertThat(desk.verdicts()).last().isEqualTo("lot FR01 usable - 08:06 now");
    }

    @Test
    void aVialIsOfItsLotAndHasItsOwnTime() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 10, 5);
        desk.arrive(vial(at(10), "v-1", VialStep.RECONSTITUTED), ofLot(at(10), "v-1", "AB12"), reading(at(11), 5));
        desk.read(12, 20, 5);
        assertThat(desk.verdicts()).containsExactly("lot AB12 usable - 22:00 now", "vial v-1 usable - 16:10 now");

        desk.pass(Duration.ofHours(8));
        assertThat(desk.verdicts()).last().asString().startsWith("vial v-1 time-over in-use-time-over");
    }

    @Test
    void aVialOnTheTableHasNotTheBoxesTemperature() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 10, 5);
        desk.arrive(vial(at(10), "v-1", VialStep.RECONSTITUTED), ofLot(at(10), "v-1", "AB12"),
                new Occurrence(at(10), new Event.VialMoved(new VialId("v-1"), false)), reading(at(11), 5));
        desk.read(12, 45, 5);
        assertThat(desk.verdicts()).filteredOn(said -> said.endsWith("now"))
                .contains("lot AB12 usable - 22:00 now")
                .anyMatch(said -> said.startsWith("vial v-1 isolate unobserved-too-long"));
    }

    @Test
    void aVialOnTheTableHasTheTemperatureOfTheRoomWhereAProbeTellsIt() {
        desk.database.run("INSERT INTO probe (device, name, purpose) VALUES (1, 'room', 'ambient')");
        desk.database.run("INSERT INTO probe_placement (probe, equipment, during)"
                + " SELECT id, 1, tstzrange('2025-01-01', NULL) FROM probe WHERE name = 'room'");
        desk.lot("AB12", 0, NONE);
        desk.read(0, 10, 5);
        desk.arrive(vial(at(10), "v-1", VialStep.RECONSTITUTED), ofLot(at(10), "v-1", "AB12"),
                new Occurrence(at(10), new Event.VialMoved(new VialId("v-1"), false)));
        for (int minute = 10; minute <= 45; minute++) {
            desk.arrive(reading(at(minute), 5),
                    new Reading(new ProbeId("room"), at(minute), Temperature.ofCelsius(21)));
        }
        assertThat(desk.verdicts()).filteredOn(said -> said.endsWith("now"))
                .containsExactly("lot AB12 usable - 22:00 now", "vial v-1 usable - 09:10 now");
    }

    @Test
    void aVerdictThatWorsensLateListsTheDosesThatWereGivenSince() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 2, 5);
        desk.arrive(vial(at(10), "v-1", VialStep.RECONSTITUTED), ofLot(at(10), "v-1", "AB12"));
        desk.arrive(left(at(20), "v-1", 4));
        for (int minute = 10; minute < 30; minute++) {
            desk.store(reading(at(minute), 5));
        }
        desk.store(reading(at(4), -1));
        desk.round();
        assertThat(desk.database
                .rows("""
                        SELECT ruling, d ->> 'id', d ->> 'doses', d ->> 'at'
                        FROM verdict, jsonb_array_elements(document -> 'dosesToTrace') d WHERE until IS NULL AND vial IS NULL"""))
                .containsExactly("isolate v-1 2 2026-11-22T08:20:00Z");
    }

    private List<String> alarms() {
        return desk.database.rows("""
                SELECT document ->> 'cause', severity, to_char(since, 'HH24:MI'), to_char(cleared_at, 'HH24:MI'),
                    withdrawn_at IS NOT NULL
                FROM alarm WHERE category = 'cold-chain' ORDER BY id""");
    }

    @Test
    void aVerdictThatWorsensIsAnAlarmOnceForAllLotsThatItConcerns() {
        desk.lot("AB12", 0, NONE);
        desk.lot("AB13", 0, NONE);
        desk.read(0, 5, 5);
        desk.read(6, 8, -1);
        desk.restart();
        desk.read(9, 12, 5);
        assertThat(alarms()).containsExactly("doses-held critical 08:06 null f");
        assertThat(desk.database.rows("SELECT kind, recipient FROM notification ORDER BY id"))
                .containsExactly("raised 1", "raised 2");
    }

    @Test
    void halfAndFourFifthsOfALotsBudgetAreToldBeforeAllOfItIsSpent() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 9, 5);
        desk.read(10, 38, 20);
        assertThat(alarms()).isEmpty();
        desk.read(39, 43, 20);
        assertThat(alarms()).containsExactly("budget-spending warning 08:40 null f");
        desk.read(44, 50, 5);
        assertThat(alarms()).containsExactly("budget-spending warning 08:40 08:44 f");
        desk.read(51, 70, 20);
        assertThat(alarms()).containsExactly("budget-spending warning 08:40 08:44 f",
                "budget-spending critical 09:05 null f");
        desk.read(71, 80, 20);
        assertThat(alarms()).contains("doses-held critical 09:17 null f");
    }

    @Test
    void aLotThatWasFrozenBeforeItCameIsSetApart() {
        desk.lot("AB12", 0, "{\"minutes\": 45, \"highestMilliCelsius\": -5000}");
        desk.lot("AB13", 0, "{\"minutes\": 45, \"lowestMilliCelsius\": -500, \"highestMilliCelsius\": 9000}");
        desk.read(0, 9, 5);
        assertThat(desk.verdicts()).filteredOn(said -> said.endsWith("now")).hasSize(2)
                .allMatch(said -> said.contains("isolate") && said.contains("frozen"));
    }

    @Test
    void whatALotHadSpentWhenItCameIsNoNews() {
        desk.lot("AB12", 0, "{\"minutes\": 50, \"highestMilliCelsius\": 12000}");
        desk.read(0, 9, 5);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void whatWasSetApartForAMistakeIsTakenBack() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 5, 5);
        desk.arrive(reading(at(50), 5));
        assertThat(alarms()).containsExactly("doses-held warning 08:35 null f");
        for (int minute = 6; minute < 50; minute++) {
            desk.store(reading(at(minute), 5));
        }
        desk.round();
        assertThat(alarms()).containsExactly("doses-held warning 08:35 null t");
    }

    @Test
    void silenceAloneRaisesNothingHereAndAnUnsignedProfileNeither() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 5, 5);
        desk.pass(Duration.ofMinutes(60));
        desk.profile(3, "");
        desk.pass(Duration.ofSeconds(6));
        desk.lot("AB13", 0, NONE);
        desk.read(70, 75, -1);
        assertThat(alarms()).noneMatch(alarm -> alarm.contains("critical"));
    }

    @Test
    void whatAPharmacistHasDecidedNeedsNobodyAnyMore() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 5, 5);
        desk.read(6, 8, -1);
        desk.database.run("INSERT INTO lot_decision (lot, decided_at, decision, reason, person, signed_as)"
                + " VALUES (1, ?::timestamptz, 'destroy', 'frozen', 1, 'Camille')", at(9).toString());
        desk.read(9, 10, 5);
        assertThat(alarms()).containsExactly("doses-held critical 08:06 08:09 f");
    }

    private List<String> clocks() {
        return desk.database.rows("SELECT vial, step, to_char(deadline_at, 'HH24:MI'), to_char(expired_at, 'HH24:MI'),"
                + " voided_at IS NOT NULL FROM dose_clock");
    }

    @Test
    void aVialsTimeIsOverAndSaidToBeWithoutNamingALot() {
        desk.arrive(reading(at(0), 5), vial(at(0), "vial-7", VialStep.RECONSTITUTED));
        assertThat(clocks()).containsExactly("vial-7 reconstituted 16:00 null f");
        desk.pass(Duration.ofHours(8));
        assertThat(alarms()).contains("dose-time-over critical 16:00 null f");
        assertThat(clocks()).containsExactly("vial-7 reconstituted 16:00 16:00 f");
        assertThat(desk.database.rows("SELECT count(*) FROM alarm_fact WHERE dose_clock IS NOT NULL"))
                .containsExactly("1");

        desk.restart();
        desk.pass(Duration.ofMinutes(5));
        desk.arrive(vial(at(8 * 60 + 5), "vial-7", VialStep.FINISHED));
        assertThat(alarms()).filteredOn(alarm -> alarm.startsWith("dose-time-over"))
                .containsExactly("dose-time-over critical 16:00 16:05 f");
    }

    @Test
    void aStartTakenBackTakesItsAlarmBack() {
        desk.arrive(reading(at(0), 5), vial(at(0), "vial-7", VialStep.RECONSTITUTED));
        desk.pass(Duration.ofHours(8));
        desk.arrive(vial(at(8 * 60 + 5), "vial-7", VialStep.VOIDED));
        assertThat(alarms()).contains("dose-time-over critical 16:00 null t");
        assertThat(clocks()).containsExactly("vial-7 reconstituted 16:00 null t");
    }

    @Test
    void anUnsignedProfilesTimeIsToldAllTheSameAndAllowsNothing() {
        desk.profile(3, "");
        desk.arrive(reading(at(0), 5), vial(at(0), "vial-7", VialStep.RECONSTITUTED));
        desk.pass(Duration.ofHours(8));
        assertThat(alarms()).contains("dose-time-over critical 16:00 null f");
        assertThat(desk.verdicts()).allMatch(said -> said.contains("vial vial-7 isolate profile-not-signed"));
    }

    @Test
    void aBoxThatTellsOfThePastIsJudgedByItsOwnTimeWhileItTells() {
        desk.clock.set(at(600));
        desk.store(reading(at(0), 5), vial(at(0), "vial-7", VialStep.RECONSTITUTED));
        desk.round();
        desk.store(vial(at(60), "vial-7", VialStep.FINISHED), reading(at(60), 5));
        desk.round();
        assertThat(alarms()).noneMatch(alarm -> alarm.startsWith("dose-time-over"));
    }

    /** Straight into the table, as an import would. */
    private void month(int firstDay) {
        desk.database.run("INSERT INTO reading (measured_at, source, probe, milli_celsius)"
                + " SELECT t, 1, 1, 4500 + (extract(minute FROM t))::integer FROM generate_series(?::timestamptz"
                + " + make_interval(days => ?), ?::timestamptz, '1 minute') t", Desk.EIGHT.toString(), firstDay,
                Desk.EIGHT.toString());
    }

    @Test
    void aMonthAtAReadingAMinuteIsJudgedAndOneLateReadingOfItCounts() {
        month(-30);
        desk.lot("AB12", -30 * 1_440, NONE);
        desk.read(1, 2, 5);
        assertThat(desk.verdicts()).containsExactly("lot AB12 usable - 22:00 now");
        desk.read(3, 12, 5);
        desk.arrive(reading(at(-12.5 * 1_440), -0.6), reading(at(13), 5));
        assertThat(desk.verdicts()).last().isEqualTo("lot AB12 isolate frozen 22:00 now");
    }

    @Test
    void whatAnotherInstanceStoresIsFoundInTheDatabase() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 5, 5);
        desk.handOver();
        desk.read(6, 8, -1);
        desk.arrive(vial(at(9), "v-1", VialStep.RECONSTITUTED));
        assertThat(desk.verdicts()).anyMatch(said -> said.startsWith("lot AB12 isolate frozen"))
                .anyMatch(said -> said.startsWith("vial v-1"));
    }

    @Test
    void whatAnotherHadStoredWhenItsShardPassedToUsIsFoundAsWell() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 5, 5);
        desk.handOver();
        desk.pass(Duration.ofSeconds(6));
        desk.store(reading(at(6), -1));
        desk.takeBack();
        desk.pass(Duration.ofSeconds(6));
        assertThat(desk.verdicts()).last().isEqualTo("lot AB12 isolate frozen 22:00 now");
    }

    @Test
    void whatCannotBeJudgedIsSetApartAndToldAndKeepsNothingElseFromIt() {
        desk.lot("AB12", 0, NONE);
        desk.lot("CD34", 0, NONE);
        desk.read(0, 5, 5);
        desk.database.run("UPDATE lot SET number = 'CD34' || chr(7) WHERE number = 'CD34'"); // none of our ways in lets it in
        desk.pass(Duration.ofSeconds(6));
        desk.arrive(vial(at(6), "v-1", VialStep.RECONSTITUTED), ofLot(at(6), "v-1", "AB12"), reading(at(7), 5));
        assertThat(desk.verdicts()).filteredOn(said -> said.endsWith("now")).containsExactlyInAnyOrder(
                "lot AB12 usable - 22:00 now", "lot CD34\u0007 isolate not-judged - now",
                "vial v-1 usable - 16:06 now");
        assertThat(desk.database.rows(TECHNICAL)).containsExactly("goods-not-judged critical f");
        desk.restart();
        assertThat(desk.database.rows(TECHNICAL)).containsExactly("goods-not-judged critical f");

        desk.database.run("UPDATE lot SET number = 'CD34' WHERE number LIKE 'CD34_'");
        desk.pass(Duration.ofSeconds(6));
        assertThat(desk.verdicts()).last().isEqualTo("lot CD34 usable - 22:00 now");
        assertThat(desk.database.rows(TECHNICAL)).containsExactly("goods-not-judged critical t");
    }

    @Test
    void aRestartSaysTheSameAndWritesNothingAnew() {
        desk.lot("AB12", 0, NONE);
        desk.read(0, 5, 5);
        desk.read(6, 20, 12);
        desk.arrive(vial(at(20), "v-1", VialStep.RECONSTITUTED), ofLot(at(20), "v-1", "AB12"), reading(at(21), 12));
        var before = desk.database.rows("SELECT id, said, until, due_at FROM verdict ORDER BY id");
        desk.restart();
        desk.pass(Duration.ofSeconds(10));
        assertThat(desk.database.rows("SELECT id, said, until, due_at FROM verdict ORDER BY id")).isEqualTo(before);
    }

    @Test
    void aLotThatWasMovedIsJudgedByEachPlaceItWasIn() {
        desk.database.run("INSERT INTO equipment (site, name, label_fr, label_en, kind)"
                + " VALUES (1, 'fridge-2', 'Frigo', 'Fridge', 'refrigerator')");
        desk.lot("AB12", 0, NONE);
        desk.read(0, 10, 5);
        desk.database.run("UPDATE lot_placement SET during = tstzrange(lower(during), ?::timestamptz),"
                + " ended_for = 'moved'", at(10.5).toString());
        desk.database.run("INSERT INTO lot_placement (lot, equipment, doses, during)"
                + " VALUES (1, 2, 60, tstzrange(?::timestamptz, NULL))", at(10.5).toString());
        desk.read(11, 60, 5); // in the box, where it is no more
        assertThat(desk.database.rows("SELECT equipment, ruling, until IS NULL FROM verdict ORDER BY id"))
                .startsWith("1 usable f").endsWith("2 isolate t");
    }

    @Test
    void theBoxIsToldOfItsLotsAndOfWhatWasSeenOfThemElsewhere() throws SQLException {
        desk.database.run("""
                INSERT INTO equipment (site, name, label_fr, label_en, kind)
                VALUES (1, 'fridge-1', 'Frigo', 'Fridge', 'refrigerator')""");
        desk.lot("AB12", 20, NONE);
        desk.database.run("""
                INSERT INTO lot_placement (lot, equipment, doses, during, ended_for)
                SELECT id, 2, 60, tstzrange(?::timestamptz, ?::timestamptz), 'moved' FROM lot""", at(-60).toString(),
                at(20).toString());
        desk.read(0, 40, 5);

        LotWay told = LotWayJson.read(desk.brief().lots().getFirst());
        assertThat(told.stays()).extracting(stay -> stay.equipment().name()).containsExactly("fridge-1", "box-1");
        assertThat(told.here().since()).isEqualTo(at(20));
        assertThat(told.arrival().openingExposure()).contains(List.of());
        assertThat(told.doses()).isEqualTo(60);
    }
}
