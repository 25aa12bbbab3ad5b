package org.gardefroid.ingest.console.http;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The relay's fridge has been warm for an hour, and falls from 11.2 °C to 8.25 °C going back in time. */
final class WhatIfTest {

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final Visitor visitor = Visitor.signedIn(console, "claire", "pharmacist");

    @Test
    void otherRulesFindInThePastWhatTheyWouldHaveFoundThenAndChangeNothing() {
        String before = console.ask("SELECT count(*) FROM excursion")
                + console.ask("SELECT count(*) FROM alarm_history");
        assertThat(ask("rules", "HEAT=above:8:30m").body()).contains("Excursions : 1", "HEAT", "dure encore", "11,2",
                "jamais un motif de libération");
        assertThat(ask("rules", "HEAT=above:8:30m\nHOT=above:11:1m").body()).contains("Excursions : 2");
        assertThat(ask("rules", "HEAT=above:8:3h").body()).contains("Excursions : 0", "Aucune excursion");
        assertThat(ask("preset", "fridge-2-8").body()).contains("fridge-2-8.high");
        assertThat(console.ask("SELECT count(*) FROM excursion") + console.ask("SELECT count(*) FROM alarm_history"))
                .isEqualTo(before);
    }

    @Test
    void whatCannotBeAskedIsNamedAndStaysInTheForm() {
        HttpResponse<String> wrong = ask("rules", "HEAT=over:8:30m");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("« HEAT=over:8:30m » n’a pas la forme", ">HEAT=over:8:30m</textarea>");
        assertThat(ask("rules", "HEAT=above:x:30m").body()).contains("« x » n’est pas une température");
        assertThat(ask("rules", "HEAT=above:8:30").body()).contains("« 30 » s’écrit");
        assertThat(ask("rules", "a=above:8:30m\na=above:9:30m").body()).contains("Deux règles s’appellent « a »");
        assertThat(ask("preset", "sauna").body()).contains("« sauna » inconnues", "cool-box-2-8");
        assertThat(get("?preset=vfc&from=2020-01-01&to=2026-01-01").body()).contains("il en faut de 1 à 92");
        assertThat(get("?preset=vfc&from=hier").body()).contains("« hier » n’est pas une date");
        assertThat(get("?preset=vfc&from=2020-01-01&to=2020-01-02").body()).contains("Aucun relevé");
    }

    @Test
    void aFridgeOfAnotherSiteIsNotThere() {
        assertThat(visitor.get("/equipment/" + Seeds.ELSEWHERE + "/what-if").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/equipment/" + Seeds.WARM).body()).contains("/equipment/frigo-relais/what-if");
    }

    private HttpResponse<String> ask(String field, String value) {
        return get("?" + field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String query) {
        return visitor.get("/equipment/" + Seeds.WARM + "/what-if" + query);
    }
}
