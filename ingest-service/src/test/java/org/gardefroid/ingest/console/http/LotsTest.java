package org.gardefroid.ingest.console.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class LotsTest {

    private static final Map<String, String> ARRIVES = Map.of("product", "priorix", "gtin", "3400935137401", "expires",
            "2031-06-30", "to", Seeds.GOOD, "doses", "20", "opening", "none", "at", "2026-01-05T08:00");

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final Visitor pharmacist = Visitor.signedIn(console, "claire", "pharmacist");

    @Test
    void aLotThatArrivesIsMovedAndTakenOutAndItsWholeWayIsTold() {
        String path = enter("WAY1", Map.of());
        assertThat(pharmacist.postSigned(path + "/move", Map.of("from", Seeds.GOOD, "to", Seeds.SILENT, "doses", "8",
                "at", "2026-01-06T07:30")).statusCode()).isEqualTo(303);
        assertThat(pharmacist.postSigned(path + "/take-out", Map.of("from", Seeds.SILENT, "doses", "5", "reason",
                "used", "at", "2026-01-06T12:00")).statusCode()).isEqualTo(303);
        assertThat(console.ask("""
                SELECT string_agg(e.name || ' ' || p.doses || coalesce(' ' || p.ended_for, ''), ', ' ORDER BY p.id)
                FROM lot_placement p JOIN equipment e ON e.id = p.equipment JOIN lot l ON l.id = p.lot
                WHERE l.number = 'WAY1'"""))
                .isEqualTo("frigo-pui 20 moved, frigo-pui 12, glaciere-emv 8 used, glaciere-emv 3");
        assertThat(pharmacist.get(path).body()).contains("Réfrigérateur PUI", "12 doses", "Glacière EMV", "3 doses",
                "administré", "Jamais sorti");
        assertThat(pharmacist.get("/lots?number=way1").body()).contains("WAY1", "3 doses, Glacière EMV");
        assertThat(console.ask("SELECT string_agg(action, ',' ORDER BY id) FROM audit WHERE subject = 'lot ' || ?",
                Integer.parseInt(path.substring("/lots/".length())))).isEqualTo("lot-entered,lot-moved,lot-used");
    }

    @Test
    void dosesThatLeaveTheFreezerThawFromThenOnAndASecondRecordOfItNamesAnotherTime() {
        String path = enter("THAW1", Map.of());
        assertThat(pharmacist.postSigned(path + "/move", Map.of("from", Seeds.GOOD, "to", Seeds.SILENT, "doses", "8",
                "at", "2026-01-06T07:30", "thaws", "on")).statusCode()).isEqualTo(303);
        assertThat(pharmacist.get(path).body()).contains("décongèlent depuis");
        String thawed = """
                SELECT string_agg(coalesce(p.thawed_at::text, '-'), ', ' ORDER BY p.id)
                FROM lot_placement p JOIN lot l ON l.id = p.lot WHERE l.number = 'THAW1' AND upper_inf(p.during)""";
        assertThat(console.ask(thawed)).isEqualTo("-, 2026-01-06 06:30:00+00");
        assertThat(pharmacist.postSigned(path + "/thaw", Map.of("from", Seeds.SILENT, "at", "2026-01-06T07:20"))
                .statusCode()).isEqualTo(303);
        assertThat(console.ask(thawed)).isEqualTo("-, 2026-01-06 06:20:00+00");
        assertThat(pharmacist.postSigned(path + "/thaw", Map.of("from", Seeds.SILENT, "at", "2026-01-01T07:20")).body())
                .contains("2026-01-01T06:20:00Z");
    }

    @Test
    void whatIsScannedGoesBeforeWhatIsTyped() {
        HttpResponse<String> answer = pharmacist.postSigned("/lots", with(ARRIVES,
                Map.of("scan", "]d20103400935137401173012311 0SC4N".replace(" ", ""), "number", "typed")));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(console.ask("SELECT number || ' ' || gtin || ' ' || expires_on FROM lot WHERE number = 'SC4N'"))
                .isEqualTo("SC4N 03400935137401 2030-12-31");
    }

    @Test
    void anOpeningExposureThatNobodyKnowsIsNotNone() {
        String path = enter("UNK1", Map.of("opening", "unknown"));
        assertThat(console.askIfAny("SELECT opening_exposure::text FROM lot WHERE number = 'UNK1'")).isEmpty();
        assertThat(pharmacist.get(path).body()).contains("Budget antérieur inconnu");
    }

    @Test
    void aLotThatHadBeenFrozenBeforeItCameIsToldSoAndItsLimitsAreNamed() {
        String path = enter("COLD1", Map.of("opening", "minutes", "openingMinutes", "45", "openingHighest", "-5"));
        assertThat(pharmacist.get(path).body()).contains("45 min, jusqu’à −5,0");
        path = enter("COLD2", Map.of("opening", "minutes", "openingMinutes", "45", "openingHighest", "12",
                "openingLowest", "-1,5"));
        assertThat(pharmacist.get(path).body()).contains("45 min, de −1,5").contains("à 12,0");
        HttpResponse<String> answer = pharmacist.postSigned("/lots", with(ARRIVES, Map.of("number", "COLD3", "opening",
                "minutes", "openingMinutes", "45", "openingHighest", "12", "openingLowest", "13")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("13", "12");
    }

    @Test
    void whatAsksForHtmlAloneGetsThePage() {
        assertThat(pharmacist.send(pharmacist.request("/lots").header("Accept", "text/html")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void moreDosesThanThereAreIsRefusedWithWhatThereIsAndChangesNothing() {
        String path = enter("FEW1", Map.of());
        HttpResponse<String> answer = pharmacist.postSigned(path + "/move",
                Map.of("from", Seeds.GOOD, "to", Seeds.WARM, "doses", "21"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("21 doses : il n’y en a que 20 dans frigo-pui.");
        assertThat(console.ask("SELECT count(*) FROM lot_placement p JOIN lot l ON l.id = p.lot WHERE number = 'FEW1'"))
                .isEqualTo("1");
    }

    @Test
    void aMoveBeforeTheLotCameOrInTheFutureIsRefused() {
        String path = enter("TIM1", Map.of());
        Map<String, String> move = Map.of("from", Seeds.GOOD, "to", Seeds.WARM, "doses", "1");
        assertThat(pharmacist.postSigned(path + "/move", with(move, Map.of("at", "2026-01-04T08:00"))).body())
                .contains("2026-01-04T07:00:00Z", "2026-01-05T07:00:00Z");
        assertThat(pharmacist.postSigned(path + "/move", with(move, Map.of("at", "2090-01-01T08:00"))).body())
                .contains("2090-01-01T07:00:00Z est à venir");
    }

    @Test
    void badInputIsNamedWithWhatItShouldBe() {
        assertThat(refused(Map.of("gtin", "3400935137402"))).contains("GTIN « 3400935137402 »");
        assertThat(refused(Map.of("number", "é"))).contains("Numéro de lot « é »");
        assertThat(refused(Map.of("expires", "soon"))).contains("Péremption « soon »");
        assertThat(refused(Map.of("doses", "0"))).contains("0 doses : de 1 à");
        assertThat(refused(Map.of("scan", "010340093513740"))).contains("Code illisible");
        assertThat(refused(Map.of("product", "<b>"))).contains("Produit « &lt;b&gt; »");
    }

    @Test
    void aVialsLabelHasItsOwnNameAndItsCode() {
        String path = enter("LAB1", Map.of());
        assertThat(pharmacist.postSigned(path + "/labels", Map.of("vials", "3")).statusCode()).isEqualTo(303);
        String vial = console.ask("SELECT min(v.name) FROM vial v JOIN lot l ON l.id = v.lot WHERE l.number = 'LAB1'");
        assertThat(vial).matches("v-[1-9a-hj-km-np-z]{8}");
        assertThat(pharmacist.get(path + "/labels").body()).contains(vial, "<path class=\"dark\"", "2031-06-30");
        assertThat(pharmacist.postSigned(path + "/labels", Map.of("vials", "66")).statusCode()).isEqualTo(422);
    }

    @Test
    void anInspectorReadsLotsAndMovesNone() {
        String path = enter("INS1", Map.of());
        Visitor inspector = Visitor.signedIn(console, "ivan", "inspector");
        assertThat(inspector.get(path).body()).contains("INS1").doesNotContain("action=\"" + path + "/move");
        assertThat(inspector.postSigned(path + "/move", Map.of("from", Seeds.GOOD, "to", Seeds.WARM, "doses", "1"))
                .statusCode()).isEqualTo(403);
        assertThat(inspector.postSigned("/lots", with(ARRIVES, Map.of("number", "INS2"))).statusCode()).isEqualTo(403);
    }

    @Test
    void aLotIsNotPutWhereItsPersonSeesNothing() {
        String path = enter("ELS1", Map.of());
        assertThat(
                pharmacist.postSigned(path + "/move", Map.of("from", Seeds.GOOD, "to", Seeds.ELSEWHERE, "doses", "1"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aProgramDoesWithJsonWhatAPersonDoesWithForms() {
        enter("API1", Map.of());
        String all = pharmacist.get("/api/lots?number=api1").body();
        assertThat(all).startsWith("[{").contains("\"number\":\"API1\"", "\"doses\":20", "\"openingMinutes\":0");
        int id = Integer.parseInt(all.replaceAll(".*\"id\":([0-9]+).*", "$1"));
        HttpResponse<String> moved = pharmacist.send(json("/api/lots/" + id + "/move", """
                {"from":"frigo-pui","to":"frigo-relais","doses":20,"at":"2026-01-07T09:00:00Z"}"""));
        assertThat(moved.body()).contains("\"now\":[{\"equipment\":\"frigo-relais\",\"doses\":20");
        HttpResponse<String> refused = pharmacist.send(json("/api/lots/" + id + "/take-out", """
                {"from":"frigo-relais","doses":20,"reason":"lost"}"""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).isEqualTo("{\"error\":\"Motif « lost » inconnu.\"}");
        assertThat(pharmacist.send(json("/api/lots/" + id + "/move", "{}").header("Origin", "https://elsewhere.test"))
                .statusCode()).isEqualTo(403);
    }

    @Test
    void aProgramGoesByItsPersonsNameAndPasswordAndOnlyWhereProgramsGo() {
        assertThat(named("/api/lots", RunningConsole.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(named("/api/lots", "guessed").statusCode()).isEqualTo(401);
        assertThat(Visitor.at(console).get("/api/lots").statusCode()).isEqualTo(401);
        assertThat(named("/lots", RunningConsole.PASSWORD).headers().firstValue("location").orElse(""))
                .startsWith("/login");
    }

    private HttpResponse<String> named(String path, String password) {
        Visitor program = Visitor.at(console);
        String both = Base64.getEncoder().encodeToString(("claire:" + password).getBytes(StandardCharsets.UTF_8));
        return program.send(program.request(path).header("Authorization", "Basic " + both));
    }

    @Test
    void aDecisionIsAPharmacistsSignedWithTheirPasswordAndAReasonAndKept() {
        String path = enter("DEC1", Map.of());
        Map<String, String> decision = Map.of("decision", "isolate", "reason", "9,8 °C pendant 40 min");
        assertThat(pharmacist.postSigned(path + "/decide", decision).body()).contains("Signature refusée");
        Map<String, String> signed = with(decision, Map.of("password", RunningConsole.PASSWORD));
        assertThat(pharmacist.postSigned(path + "/decide", with(signed, Map.of("reason", " "))).statusCode())
                .isEqualTo(422);
        assertThat(pharmacist.postSigned(path + "/decide", with(signed, Map.of("decision", "eat"))).body())
                .contains("Décision « eat » inconnue.");
        assertThat(pharmacist.postSigned(path + "/decide", signed).statusCode()).isEqualTo(303);
        assertThat(pharmacist.postSigned(path + "/decide",
                with(signed, Map.of("decision", "release", "reason", "budget suffisant"))).statusCode()).isEqualTo(303);
        assertThat(pharmacist.get(path).body()).containsSubsequence("libérer", "budget suffisant", "Claire", "isoler",
                "9,8 °C pendant 40 min");
        Visitor nurse = Visitor.signedIn(console, "nadia", "nurse");
        assertThat(nurse.get(path).body()).doesNotContain(path + "/decide");
        assertThat(nurse.postSigned(path + "/decide", signed).statusCode()).isEqualTo(403);
    }

    @Test
    void aProfileIsSignedByAPharmacistWhoReadItsLatestRevision() {
        console.execute("DELETE FROM product_profile WHERE product = 'test'");
        console.execute("INSERT INTO product_profile (product, revision, document, source) VALUES ('test', 1,"
                + " '{\"revision\":1,\"name\":{\"fr\":\"Essai\",\"en\":\"Test\"}}', 'RCP')");
        Map<String, String> sign = Map.of("revision", "1", "password", RunningConsole.PASSWORD);
        assertThat(pharmacist.get("/products/test").body()).contains("Essai", "non validé", "Source : RCP");
        assertThat(pharmacist.postSigned("/products/test/sign", with(sign, Map.of("password", "wrong"))).statusCode())
                .isEqualTo(422);
        assertThat(pharmacist.postSigned("/products/test/sign", with(sign, Map.of("revision", "7"))).statusCode())
                .isEqualTo(409);
        assertThat(pharmacist.postSigned("/products/test/sign", sign).statusCode()).isEqualTo(303);
        assertThat(pharmacist.postSigned("/products/test/sign", sign).statusCode()).isEqualTo(409);
        assertThat(
                console.ask("SELECT string_agg(revision || coalesce(' ' || validated_by, ''), ', ' ORDER BY revision)"
                        + " FROM product_profile WHERE product = 'test'"))
                .isEqualTo("1, 2 Claire");
        assertThat(console.ask("SELECT document -> 'validation' ->> 'by' FROM product_profile"
                + " WHERE product = 'test' AND revision = 2 AND (document ->> 'revision')::integer = 2"))
                .isEqualTo("Claire");
        assertThat(pharmacist.get("/products").body()).contains("signé par Claire");
        assertThat(pharmacist.get("/lots").body()).as("offered where a lot is entered")
                .contains("<option value=\"test\">Essai</option>");
        Visitor doctor = Visitor.signedIn(console, "yann", "doctor");
        assertThat(doctor.postSigned("/products/test/sign", sign).statusCode()).isEqualTo(403);
    }

    @Test
    void anEquipmentThatHoldsLotsStaysInServiceAndOneThatIsNotInServiceGetsNone() {
        String path = enter("ARM1", Map.of("to", Seeds.SLOW));
        Map<String, String> defrost = Map.of("state", "defrosting");
        String state = "/equipment/" + Seeds.SLOW + "/state";
        assertThat(pharmacist.postSigned(state, defrost).body()).contains("Il contient des lots (ARM1)");
        assertThat(pharmacist.get("/equipment/" + Seeds.SLOW).body()).contains("ARM1", "20 doses");
        pharmacist.postSigned(path + "/move", Map.of("from", Seeds.SLOW, "to", Seeds.GOOD, "doses", "20"));
        assertThat(pharmacist.postSigned(state, defrost).statusCode()).isEqualTo(303);
        assertThat(pharmacist.postSigned(path + "/move", Map.of("from", Seeds.GOOD, "to", Seeds.SLOW, "doses", "20"))
                .body()).contains("mettez-le d’abord en service");
        assertThat(pharmacist.postSigned(state, Map.of("state", "off")).body()).contains("État « off » inconnu.");
        assertThat(pharmacist.postSigned(state, Map.of("state", "in-service")).statusCode()).isEqualTo(303);
    }

    private HttpRequest.Builder json(String path, String body) {
        return pharmacist.request(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private String refused(Map<String, String> but) {
        HttpResponse<String> answer = pharmacist.postSigned("/lots",
                with(with(ARRIVES, Map.of("number", "BAD1")), but));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(console.ask("SELECT count(*) FROM lot WHERE number = 'BAD1'")).isEqualTo("0");
        return answer.body();
    }

    /** Where its page is. */
    private String enter(String number, Map<String, String> but) {
        console.execute("DELETE FROM vial WHERE lot IN (SELECT id FROM lot WHERE number = ?)", number);
        console.execute("DELETE FROM lot_decision WHERE lot IN (SELECT id FROM lot WHERE number = ?)", number);
        console.execute("DELETE FROM lot_placement WHERE lot IN (SELECT id FROM lot WHERE number = ?)", number);
        console.execute("DELETE FROM lot WHERE number = ?", number);
        HttpResponse<String> answer = pharmacist.postSigned("/lots",
                with(with(ARRIVES, Map.of("number", number)), but));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow();
    }

    private static Map<String, String> with(Map<String, String> fields, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(fields);
        all.putAll(others);
        return all;
    }
}
