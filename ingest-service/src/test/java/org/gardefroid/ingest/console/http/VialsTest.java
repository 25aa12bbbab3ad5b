package org.gardefroid.ingest.console.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Opened vials and syringes on the pages, and what people do with them. */
final class VialsTest {

    private static final String SAID = """
            INSERT INTO verdict (site, equipment, vial, since, judged_at, ruling, said, unobserved_seconds, document)
            SELECT site, id, ?, now(), now(), 'usable', 'usable', 0, ?::jsonb FROM equipment WHERE name = ?""";

    private static final String SYRINGE = """
            {"id": "s-9", "kind": "syringe", "from": {"kind": "vial", "id": "v-9"}, "reasons": [], "budgets": [],
             "exposure": {}, "dosesToTrace": [{"at": "2026-01-06T09:10:00Z", "kind": "syringe", "id": "s-9", "doses": 1}]}""";

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final Visitor pharmacist = Visitor.signedIn(console, "claire", "pharmacist");

    @BeforeEach
    void opened() {
        forget();
        console.execute(SAID, "v-9", SYRINGE.replace("syringe", "vial"), Seeds.GOOD);
        console.execute(SAID, "s-9", SYRINGE, Seeds.GOOD);
    }

    @AfterEach
    void forget() {
        console.execute("DELETE FROM vial_move");
        console.execute("DELETE FROM verdict WHERE vial IN ('v-9', 's-9')");
    }

    private String moved() {
        return console.ask(
                "SELECT coalesce(string_agg(m.vial || ' ' || e.name || ' ' || m.moved_at || ' ' || m.entered_by, ', '), '')"
                        + " FROM vial_move m JOIN equipment e ON e.id = m.equipment");
    }

    @Test
    void aSyringeIsCalledSoAndNamesItsVial() {
        assertThat(pharmacist.get("/equipment/" + Seeds.GOOD).body()).contains("Seringue s-9 (flacon v-9)",
                "Flacon v-9",
                "Flacons ouverts et seringues");
        pharmacist.postSigned("/language", Map.of("language", "en", "back", "/"));
        assertThat(pharmacist.get("/equipment/" + Seeds.GOOD).body()).contains("Syringe s-9 (vial v-9)");
    }

    @Test
    void aSyringeIsPutIntoAnotherEquipmentByHandAndByAProgram() {
        HttpResponse<String> answer = pharmacist.postSigned("/vials/move",
                Map.of("vial", "s-9", "from", Seeds.GOOD, "to", Seeds.SILENT, "at", "2026-01-06T07:30"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(moved()).isEqualTo("s-9 " + Seeds.SILENT + " 2026-01-06 06:30:00+00 claire");
        console.execute("DELETE FROM vial_move");
        HttpResponse<String> program = pharmacist.send(pharmacist.request("/api/vials/v-9/move")
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers
                        .ofString("{\"to\": \"" + Seeds.SILENT + "\", \"at\": \"2026-01-06T06:30:00Z\"}")));
        assertThat(program.statusCode()).as(program.body()).isEqualTo(200);
        assertThat(moved()).isEqualTo("v-9 " + Seeds.SILENT + " 2026-01-06 06:30:00+00 claire");
        assertThat(console.ask("SELECT action FROM audit WHERE subject = 'vial s-9' ORDER BY id DESC LIMIT 1"))
                .isEqualTo("vial-moved");
    }

    @Test
    void whatIsNowhereOrThereAlreadyOrToComeIsRefusedWithItsReason() {
        Map<String, String> there = Map.of("vial", "s-9", "from", Seeds.GOOD, "to", Seeds.GOOD);
        HttpResponse<String> answer = pharmacist.postSigned("/vials/move", there);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Départ et arrivée sont le même équipement");
        assertThat(pharmacist.postSigned("/vials/move",
                Map.of("vial", "s-9", "from", Seeds.GOOD, "to", Seeds.SILENT, "at", "2099-01-01T00:00")).body())
                .contains("est à venir");
        assertThat(pharmacist.postSigned("/vials/move",
                Map.of("vial", "nobody", "from", Seeds.GOOD, "to", Seeds.SILENT)).statusCode()).isEqualTo(404);
        assertThat(pharmacist.postSigned("/vials/move",
                Map.of("vial", "s-9", "from", Seeds.GOOD, "to", "elsewhere")).statusCode()).isEqualTo(404);
        assertThat(moved()).isEmpty();
    }

    @Test
    void whoeverHandlesNoLotsMovesNoSyringe() {
        Visitor reader = Visitor.signedIn(console, "ines", "inspector");
        assertThat(reader.get("/equipment/" + Seeds.GOOD).body()).contains("Seringue s-9")
                .doesNotContain("/vials/move");
        assertThat(reader.postSigned("/vials/move", Map.of("vial", "s-9", "from", Seeds.GOOD, "to", Seeds.SILENT))
                .statusCode()).isEqualTo(403);
        assertThat(moved()).isEmpty();
    }
}
