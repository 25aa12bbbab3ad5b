package org.gardefroid.ingest.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.gardefroid.ingest.judge.TestDatabase;
import org.gardefroid.ingest.notify.rota.Rotas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a fleet file may say, and how a mistake in it is told: with its place, what stands there, and what may. */
final class FleetTest {

    private static final String FILE = """
            sites:
              - {name: pui, fr: Pharmacie, en: Pharmacy, zone: Europe/Paris, hours: "mo-fr 08:30-18:00",
                 closed: [2026-12-25, 2026-12-28..2027-01-02]}
            devices:
              - {name: agent-1, site: pui}
            equipments:
              - name: box-1
                site: pui
                fr: Glacière
                en: Cool box
                kind: cool-box
                preset: cool-box-2-8
                lowest: 2
                highest: 8.0
                device: agent-1
                holdoverMinutes: 600
                probes:
                  - {name: tip-1, calibrationDue: 2027-03-31}
            """;

    private final TestDatabase database = TestDatabase.create();
    private final Fleet fleet = new Fleet(new FleetSettings(null), database.transactions(),
            new Directories(database.transactions()), InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z")));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFleetIsEnteredAsItIsWrittenAndTwiceIsOnce() throws SQLException {
        fleet.enter(FILE);
        fleet.enter(FILE);

        assertThat(database.rows("SELECT holdover_seconds FROM equipment")).containsExactly("36000");
        assertThat(database.rows("SELECT calibration_due FROM probe")).containsExactly("2027-03-31");
        assertThat(database.rows("SELECT first_day, last_day FROM site_closing ORDER BY 1"))
                .containsExactly("2026-12-25 2026-12-25", "2026-12-28 2027-01-02");
        assertThat(database.rows("SELECT count(*) FROM equipment_setting")).containsExactly("1");
    }

    @Test
    void whatAPersonHasSetStaysOverAStartUntilTheFileSaysSomethingElse() throws SQLException {
        fleet.enter(FILE);
        database.run("""
                INSERT INTO equipment_setting (equipment, revision, since, preset, settings, entered_by, reason)
                SELECT equipment, 2, now(), preset, settings || '{"highestMilliCelsius": 7000}', 'Claire', 'hot corner'
                FROM equipment_setting""");
        fleet.enter(FILE);
        assertThat(database.rows("SELECT max(revision) FROM equipment_setting")).containsExactly("2");
        fleet.enter(FILE.replace("highest: 8.0", "highest: 7.5"));
        assertThat(database.rows("SELECT revision, settings ->> 'highestMilliCelsius' FROM equipment_setting"
                + " ORDER BY revision DESC LIMIT 1")).containsExactly("3 7500");
    }

    private static String calendar(String who, String rule) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:" + who
                + "\nDTSTART:20260105T080000Z\nDURATION:P7D\n"
                + "RRULE:FREQ=" + rule + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    private void start(Path file, String calendar) throws SQLException, IOException {
        Files.writeString(file, calendar);
        fleet.enter(FILE + "people:\n  - {name: sam, site: pui, display: Sam, role: doctor, email: sam@example.org}\n"
                + "rotas:\n  - {name: nights, site: pui, calendar: " + file + "}\n");
    }

    private List<String> rota() {
        return database
                .rows("SELECT DISTINCT r.entered_by, d.event FROM rota r LEFT JOIN rota_duty d ON d.rota = r.id");
    }

    @Test
    void aRotaThatAPersonHasHandedInStaysOverAStartUntilTheFileSaysSomethingElse(@TempDir Path folder)
            throws SQLException, IOException {
        Path file = folder.resolve("nights.ics");
        start(file, calendar("Sam", "WEEKLY"));
        database.transactions().in(connection -> new Rotas(connection).enter("nights",
                calendar("sam@example.org", "WEEKLY"), "claire", false, Instant.parse("2026-11-22T08:00:00Z")));
        start(file, calendar("Sam", "WEEKLY"));
        assertThat(rota()).containsExactly("claire sam@example.org (20260105T080000Z)");
        start(file, calendar("SAM", "WEEKLY"));
        assertThat(rota()).containsExactly(" SAM (20260105T080000Z)");
    }

    @Test
    void aCalendarOfTheFileThatLeavesNobodyOnCallReplacesNoneThatStandsAndHoldsUpNoFirstStart(@TempDir Path folder)
            throws SQLException, IOException {
        Path file = folder.resolve("nights.ics");
        start(file, calendar("Sam", "WEEKLY;UNTIL=20260201"));
        assertThat(rota()).hasSize(1);
        start(file, calendar("Sam", "WEEKLY"));
        assertThatThrownBy(() -> start(file, calendar("Sam", "WEEKLI")))
                .hasMessageContaining("fleet.rotas").hasMessageContaining("FREQ=WEEKLI");
        assertThatThrownBy(() -> start(file, calendar("Sam", "WEEKLY;UNTIL=20260202")))
                .hasMessageContaining("puts nobody on call");
        assertThat(rota()).containsExactly(" Sam (20260105T080000Z)");
    }

    @Test
    void daysThatAreClosedNoLongerAreOpenAgain() throws SQLException {
        fleet.enter(FILE);
        fleet.enter(FILE.replace("2026-12-25, ", ""));
        assertThat(database.rows("SELECT first_day FROM site_closing")).containsExactly("2026-12-28");
        fleet.enter(FILE.replace("closed: [2026-12-25, 2026-12-28..2027-01-02]", "closed: []"));
        assertThat(database.rows("SELECT first_day FROM site_closing")).isEmpty();
    }

    /** What is written instead of what, and what is said of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "holdoverMinutes: 600 | holdoverMinutes: 0 | fleet.equipments[0].holdoverMinutes must be a whole number from 1 to 20160: 0",
        "holdoverMinutes: 600 | holdoverMinutes: 4h | from 1 to 20160: 4h",
        "2027-03-31 | 31/03/2027 | fleet.equipments[0].probes[0].calibrationDue must be a day like 2027-03-31: 31/03/2027",
        "{name: tip-1, | {name: tip-1, purpose: room, | purpose must be one of product, air, ambient: room",
        "2026-12-25, | Noël, | fleet.sites[0].closed: closed days are written like 2026-12-25",
        "2026-12-28..2027-01-02 | 2027-01-02..2026-12-28 | at most 366: 2027-01-02..2026-12-28",
        "Europe/Paris | Paris | fleet.sites[0].zone is not a time zone like Europe/Paris: Paris",
        "cool-box-2-8 | cool-box | fleet.equipments[0].preset is not known: cool-box, and not one of fridge-2-8,",
        "lowest: 2 | lowest: 2.0005 | fleet.equipments[0].lowest must be in degrees Celsius from -200 to 200, exact to 0.001: 2.0005",
        "lowest: 2 | lowest: cold | exact to 0.001: cold",
        "mo-fr 08:30-18:00 | 8-18 | fleet.sites[0].hours: opening hours are written like",
        "lowest: 2 | settings: {version: 1} | fleet.equipments[0].settings: "})
    void aMistakeIsToldWithItsPlaceAndNothingOfTheFileIsEntered(String right, String wrong, String told) {
        assertThat(FILE).contains(right);
        assertThatThrownBy(() -> fleet.enter(FILE.replace(right, wrong))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told).hasMessageNotContaining("\n");
        assertThat(database.rows("SELECT count(*) FROM site")).containsExactly("0");
    }

    @Test
    void whatHoldsLotsIsInServiceWhateverItWas() throws SQLException {
        fleet.enter(FILE);
        database.run("UPDATE equipment SET state = 'empty'");
        fleet.enter(FILE + """
                lots:
                  - {site: pui, product: mva-bn, number: A1, expiresOn: 2027-01-01, equipment: box-1, doses: 20}
                """);
        assertThat(database.rows("SELECT state FROM equipment")).containsExactly("in-service");
    }
}
