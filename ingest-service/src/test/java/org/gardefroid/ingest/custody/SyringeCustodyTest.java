package org.gardefroid.ingest.custody;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.judge.Ward;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gardefroid.ingest.custody.Desk.at;
import static org.gardefroid.ingest.judge.Ward.reading;
import static org.gardefroid.ingest.judge.Ward.syringe;
import static org.gardefroid.ingest.judge.Ward.vial;

/** Syringes that were filled from a vial, with two hours of their own, in the service's database. */
class SyringeCustodyTest {

    private static final VialId FIRST = new VialId("s-1");

    private final Desk desk = new Desk();

    @BeforeEach
    void drawn() {
        desk.database.run(
                "INSERT INTO product_profile (product, revision, document, source) VALUES (?, 5, ?::jsonb, 't')",
                Ward.PRODUCT.value(), Desk.PROFILE.formatted(Ward.PRODUCT, 5, Desk.SIGNED).replace("\"inUse\": [",
                        "\"inUse\": [{\"after\": \"drawn-up\", \"lasts\": \"PT2H\", \"band\": {\"lowest\": 2,"
                                + " \"highest\": 25}}, "));
        desk.lot("AB12", 0, Desk.NONE);
        desk.arrive(reading(at(0), 5), vial(at(1), "v-1", VialStep.RECONSTITUTED),
                new Occurrence(at(1), new Event.VialOfLot(new VialId("v-1"), new LotNumber("AB12"))),
                syringe(at(2), "s-1", "v-1"), syringe(at(3), "s-2", "v-1"), reading(at(4), 5));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<String> standing() {
        return desk.database.rows("""
                SELECT v.document ->> 'kind', v.vial, v.document -> 'from' ->> 'id', e.name, v.ruling,
                    to_char(v.due_at, 'HH24:MI')
                FROM verdict v JOIN equipment e ON e.id = v.equipment
                WHERE v.until IS NULL AND v.vial IS NOT NULL ORDER BY v.vial""");
    }

    private List<String> alarms() {
        return desk.database.rows("""
                SELECT document ->> 'cause', subject, to_char(since, 'HH24:MI'), cleared_at IS NOT NULL
                FROM alarm WHERE category = 'cold-chain' ORDER BY subject""");
    }

    private static DatedRecord told(double minute, Event event) {
        return new Occurrence(at(minute), event);
    }

    @Test
    void eachSyringeHasItsOwnVerdictAndItsOwnTime() {
        assertThat(standing()).containsExactly("syringe s-1 v-1 box-1 usable 10:02",
                "syringe s-2 v-1 box-1 usable 10:03",
                "vial v-1 AB12 box-1 usable 16:01");
        assertThat(desk.database.rows("""
                SELECT vial, drawn_from, step, to_char(deadline_at, 'HH24:MI') FROM dose_clock ORDER BY vial"""))
                .containsExactly("s-1 v-1 drawn-up 10:02", "s-2 v-1 drawn-up 10:03", "v-1 null reconstituted 16:01");
    }

    @Test
    void aSyringesTimeThatIsOverIsAnAlarmOfItsOwnAndEndsWithIt() {
        desk.pass(Duration.ofMinutes(122 - 4));
        assertThat(alarms()).contains("syringe-time-over s-1 10:02 f").noneMatch(alarm -> alarm.contains("v-1"))
                .noneMatch(alarm -> alarm.contains("s-2"));
        desk.restart();
        desk.arrive(told(124, new Event.VialHandled(FIRST, Ward.PRODUCT, VialStep.FINISHED)));
        assertThat(alarms()).contains("syringe-time-over s-1 10:02 t");
    }

    @Test
    void whatBefellItsVialBeforeTheDrawingIsTheSyringesTooAndWhatBefallsItAfterwardsIsNot() {
        desk.arrive(reading(at(5), 5), told(6, new Event.VialMoved(FIRST, false)), reading(at(6), 5));
        desk.arrive(reading(at(7), -1), reading(at(8), 5));
        assertThat(standing()).containsExactly("syringe s-1 v-1 box-1 usable 09:06",
                "syringe s-2 v-1 box-1 isolate 10:03", "vial v-1 AB12 box-1 isolate 16:01");
        desk.arrive(syringe(at(9), "s-3", "v-1"), reading(at(10), 5));
        assertThat(standing()).contains("syringe s-3 v-1 box-1 isolate 10:09");
    }

    @Test
    void aRecallCountsTheDosesThatWereGivenFromSyringesWithTheirLotAndTime() {
        desk.arrive(told(5, new Event.VialEnded(FIRST, VialEnd.USED, Optional.empty())),
                told(5, new Event.VialHandled(FIRST, Ward.PRODUCT, VialStep.FINISHED)),
                told(6, new Event.VialEnded(new VialId("s-2"), VialEnd.WASTED, Optional.empty())), reading(at(7), 5));
        desk.arrive(reading(at(18), 5)); // figures alone are written now and then
        for (String goods : List.of("v.lot IS NOT NULL AND v.vial IS NULL", "v.vial = 'v-1'", "v.vial = 's-1'")) {
            assertThat(desk.database.rows("SELECT d ->> 'kind', d ->> 'id', d ->> 'doses', d ->> 'at' FROM verdict v,"
                    + " jsonb_array_elements(v.document -> 'dosesGiven') d WHERE v.until IS NULL AND " + goods))
                    .as(goods).containsExactly("syringe s-1 1 2026-11-22T08:05:00Z");
        }
    }

    @Test
    void aSyringeTravelsApartAndIsJudgedWhereItIs() {
        desk.database.run("""
                INSERT INTO equipment (site, name, label_fr, label_en, kind)
                VALUES (1, 'fridge-1', 'Frigo', 'Fridge', 'refrigerator')""");
        desk.pass(Duration.ofSeconds(6));
        desk.database.run("""
                INSERT INTO vial_move (vial, equipment, moved_at, entered_at, entered_by)
                SELECT 's-1', id, ?::timestamptz, ?::timestamptz, 'claire' FROM equipment WHERE name = 'fridge-1'""",
                at(6).toString(), desk.clock.instant().toString());
        desk.arrive(reading(at(6), 5), reading(at(7), -1), reading(at(8), 5));
        desk.pass(Duration.ofSeconds(6));
        assertThat(standing()).containsExactly("syringe s-1 v-1 fridge-1 usable 09:06",
                "syringe s-2 v-1 box-1 isolate 10:03", "vial v-1 AB12 box-1 isolate 16:01");
        desk.pass(Duration.ofMinutes(40)); // nobody measures there
        assertThat(standing().getFirst()).isEqualTo("syringe s-1 v-1 fridge-1 isolate 09:06");
        desk.restart();
        assertThat(standing().getFirst()).isEqualTo("syringe s-1 v-1 fridge-1 isolate 09:06");
    }
}
