package org.gardefroid.ingest.console.http;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sets which rules, from when on, and why. */
final class SettingsTest {

    private static final String PATH = "/equipment/" + Seeds.SLOW + "/settings";
    private static final String LATEST = "SELECT coalesce(max(revision), 0) FROM equipment_setting s JOIN equipment e"
            + " ON e.id = s.equipment WHERE e.name = '" + Seeds.SLOW + "'";
    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern SELECTED = Pattern.compile("<select name=\"([^\"]*)\".*?</select>", Pattern.DOTALL);

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final Visitor pharmacist = Visitor.signedIn(console, "claire", "pharmacist");

    @Test
    void eachNumberOfEachRuleIsEditedWithAReasonAndTheHistoryTellsWhoChangedWhat() {
        Map<String, String> form = form("");
        assertThat(form).containsEntry("fridge-2-8.high:bound", "8").containsEntry("fridge-2-8.high:delay", "15");
        form.put("fridge-2-8.high:delay", "12,5");
        form.put("fridge-2-8.hot:severity", "warning");
        form.put("fridge-2-8.ahead:on", "on");
        form.remove("fridge-2-8.stuck:on");
        form.put("reason", "Réfrigérateur à faible inertie");
        assertThat(pharmacist.postSigned(PATH, form).statusCode()).isEqualTo(303);

        String page = pharmacist.get(PATH).body();
        assertThat(page).contains("Réfrigérateur à faible inertie",
                "fridge-2-8.high : Avertissement, 8 °C, 15 min, 0,3 °C"
                        + " → Avertissement, 8 °C, 12,5 min, 0,3 °C",
                "fridge-2-8.ahead : ajoutée", "fridge-2-8.stuck : retirée");
        assertThat(console.ask("SELECT settings FROM equipment_setting s JOIN equipment e ON e.id = s.equipment"
                + " WHERE e.name = '" + Seeds.SLOW + "' ORDER BY revision DESC LIMIT 1"))
                .as("an odd delay that nobody touched stays as it was").contains("\"PT0.001S\"", "\"PT12M30S\"");
        assertThat(form("")).as("what holds now").containsEntry("fridge-2-8.high:delay", "12,5")
                .containsEntry("fridge-2-8.ahead:on", "on").doesNotContainKey("fridge-2-8.stuck:on");
    }

    @Test
    void whatTheServiceWatchesByItselfIsEditedTooAndTheHistoryTellsIt() {
        Map<String, String> form = form("");
        assertThat(form).containsEntry("arrivals:silence", "60").containsEntry("arrivals:calibrationDays", "30")
                .containsEntry("arrivals:holdover", "240");
        form.put("arrivals:silence", "20");
        form.put("arrivals:holdover", "480");
        form.put("longestGap", "12");
        form.put("reason", "Réfrigérateur de réserve");
        assertThat(pharmacist.postSigned(PATH, form).statusCode()).isEqualTo(303);

        assertThat(pharmacist.get(PATH).body()).contains("Silence, au plus : 60 min → 20 min",
                "Tient au froid sans courant : 240 min → 480 min",
                "Trou le plus long entre deux relevés : 30 min → 12 min")
                .doesNotContain("Retard des relevés, au plus :");
        assertThat(form("")).containsEntry("arrivals:silence", "20").containsEntry("longestGap", "12");
        assertThat(console.ask("SELECT settings -> 'arrivals' FROM equipment_setting s JOIN equipment e"
                + " ON e.id = s.equipment WHERE e.name = '" + Seeds.SLOW + "' ORDER BY revision DESC LIMIT 1"))
                .as("what nobody edited goes on to be whatever is usual").contains("silence", "holdover")
                .doesNotContain("late", "clockless");
    }

    @Test
    void whatCannotBeSetIsNamedWithItsLimitsAndStaysInTheForm() {
        String before = console.ask(LATEST);
        assertThat(refused("fridge-2-8.high:bound", "tiède")).contains("« tiède » n’est pas un nombre de -200 à 200",
                "value=\"tiède\"");
        assertThat(refused("fridge-2-8.high:delay", "-3")).contains("« -3 » n’est pas un nombre de 0 à 527040");
        assertThat(refused("fridge-2-8.door:longest", "0"))
                .contains("fridge-2-8.door, Au plus : « 0 » n’est pas un nombre de 0,1 à 527040");
        assertThat(refused("arrivals:holdover", "30000"))
                .contains("Tient au froid sans courant : « 30000 » n’est pas un nombre de 0,1 à 20160");
        assertThat(refused("longestGap", "0")).contains("« 0 » n’est pas un nombre de 1 à 1440");
        assertThat(refused("reason", " ")).contains("Dites pourquoi");
        assertThat(refused("seen", "-1")).contains("Quelqu’un a changé ces réglages");
        assertThat(console.ask(LATEST)).isEqualTo(before);
    }

    @Test
    void anEquipmentCannotBeLeftWithoutAnAlarmForWarmthOrForCold() {
        Map<String, String> form = form("");
        form.keySet().removeIf(key -> key.matches("fridge-2-8\\.(high|high-long|hot):on"));
        form.put("reason", "silence");
        assertThat(pharmacist.postSigned(PATH, form).body()).contains("s’il faisait trop chaud : gardez-en une");
    }

    @Test
    void theTenHoursOfWhoAreShownWithTheirWarningAndWithRulesToAdd() {
        assertThat(pharmacist.get(PATH + "?preset=who-pqs").body()).contains("ne doivent jamais rester seules");
        assertThat(form("?preset=who-pqs")).containsEntry("who-pqs.HEAT:delay", "600")
                .containsKey("fridge-2-8.high:delay")
                .doesNotContainKey("fridge-2-8.high:on");
    }

    @Test
    void aNurseReadsThemAndSetsNothingAndNobodySeesThoseOfAnotherSite() {
        Visitor nurse = Visitor.signedIn(console, "nadia", "nurse");
        assertThat(nurse.get(PATH).body()).contains("fridge-2-8.high")
                .doesNotContain("Appliquer à partir de maintenant");
        assertThat(nurse.postSigned(PATH, form("")).statusCode()).isEqualTo(403);
        assertThat(pharmacist.get("/equipment/" + Seeds.ELSEWHERE + "/settings").statusCode()).isEqualTo(404);
    }

    private String refused(String field, String value) {
        Map<String, String> form = form("");
        form.put("reason", "essai");
        form.put(field, value);
        HttpResponse<String> answer = pharmacist.postSigned(PATH, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    /** The page's form, as a browser would send it. */
    private Map<String, String> form(String query) {
        String page = pharmacist.get(PATH + query).body();
        String form = page.substring(page.indexOf("<form method=\"post\" action=\"" + PATH));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Matcher input = INPUT.matcher(form.substring(0, form.indexOf("</form>"))); input.find();) {
            String name = attribute(input.group(1), "name");
            if (!input.group(1).contains("type=\"checkbox\"")) {
                fields.put(name, attribute(input.group(1), "value"));
            } else if (input.group(1).contains("checked")) {
                fields.put(name, "on");
            }
        }
        for (Matcher select = SELECTED.matcher(form); select.find();) {
            Matcher chosen = Pattern.compile("value=\"([^\"]*)\" selected").matcher(select.group());
            if (chosen.find()) {
                fields.put(select.group(1), chosen.group(1));
            }
        }
        fields.remove("csrf");
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("(?:^| )" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1) : "";
    }
}
