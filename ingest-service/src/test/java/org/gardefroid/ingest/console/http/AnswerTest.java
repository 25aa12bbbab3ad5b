package org.gardefroid.ingest.console.http;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class AnswerTest {

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final long alarm = Seeds.alarm(console, Seeds.WARM);
    private final Visitor pharmacist = Visitor.signedIn(console, "claire", "pharmacist");

    @Test
    void openingTheLinkOfAMailAcknowledgesNothing() {
        assertThat(pharmacist.get("/alarm/" + alarm).statusCode()).isEqualTo(200);
        assertThat(pharmacist.head("/alarm/" + alarm).statusCode()).isEqualTo(200);
        assertThat(pharmacist.get("/alarms/" + alarm).statusCode()).isEqualTo(200);
        assertThat(pharmacist.get("/alarm/" + alarm + "/acknowledge").statusCode()).isIn(403, 404, 405);
        assertThat(console.askIfAny("SELECT acknowledged_at FROM alarm WHERE id = ?", alarm)).isEmpty();
    }

    @Test
    void aPersonsFormAcknowledgesWithACommentAndTheAlarmGoesOn() {
        HttpResponse<String> answer = pharmacist.postSigned(path("acknowledge"), Map.of("comment", "J’y vais"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(console.ask("SELECT p.name FROM alarm a JOIN person p ON p.id = a.acknowledged_by WHERE a.id = ?",
                alarm))
                .isEqualTo("claire");
        assertThat(console.askIfAny("SELECT coalesce(cleared_at, closed_at) FROM alarm WHERE id = ?", alarm)).isEmpty();
        assertThat(pharmacist.get("/alarm/" + alarm).body()).contains("Claire", "J’y vais", "En cours");
        assertThat(console.ask("SELECT count(*) FROM audit WHERE actor = 'claire' AND subject = 'alarm " + alarm + "'"))
                .isEqualTo("1");
    }

    @Test
    void ofTwoWhoAcknowledgeAtTheSameTimeOneDoesAndTheOtherIsTold() throws Exception {
        Visitor doctor = Visitor.signedIn(console, "yann", "doctor");
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> clicks = List.of(click(pharmacist), click(doctor));
            List<Integer> statuses = both.invokeAll(clicks).stream().map(Future::resultNow).sorted().toList();
            assertThat(statuses).containsExactly(303, 409);
        }
        assertThat(console.ask("SELECT count(*) FROM alarm_history WHERE alarm = ? AND what = 'acknowledged'", alarm))
                .isEqualTo("1");
    }

    private Callable<Integer> click(Visitor visitor) {
        String token = visitor.csrf();
        return () -> visitor.post(path("acknowledge"), Map.of("csrf", token)).statusCode();
    }

    @Test
    void anAlarmIsClosedOnlyWhenItIsOverAndAnsweredAndExplained() {
        Map<String, String> reason = Map.of("cause", "porte mal fermée", "action", "joint changé");
        pharmacist.postSigned(path("acknowledge"), Map.of());
        assertThat(pharmacist.postSigned(path("close"), reason).statusCode()).isEqualTo(409);
        console.execute("UPDATE alarm SET cleared_at = now() WHERE id = ?", alarm);
        assertThat(pharmacist.postSigned(path("close"), Map.of("cause", "porte")).statusCode()).isEqualTo(409);
        assertThat(pharmacist.postSigned(path("close"), reason).statusCode()).isEqualTo(303);
        assertThat(console.ask("SELECT cause || ', ' || action FROM alarm WHERE id = ?", alarm))
                .isEqualTo("porte mal fermée, joint changé");
    }

    @Test
    void anInspectorReadsAndAnswersNothing() {
        Visitor inspector = Visitor.signedIn(console, "ivan", "inspector");
        assertThat(inspector.get("/alarm/" + alarm).body()).doesNotContain("Je m’en occupe");
        assertThat(inspector.postSigned(path("acknowledge"), Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsOfAnotherSiteIsNotThere() {
        long elsewhere = Seeds.alarm(console, Seeds.ELSEWHERE);
        assertThat(pharmacist.get("/alarm/" + elsewhere).statusCode()).isEqualTo(404);
        assertThat(pharmacist.postSigned("/alarm/" + elsewhere + "/acknowledge", Map.of()).statusCode()).isEqualTo(404);
        assertThat(pharmacist.get("/equipment/" + Seeds.ELSEWHERE).statusCode()).isEqualTo(404);
        assertThat(pharmacist.listen("/live/equipment/" + Seeds.ELSEWHERE).statusCode()).isEqualTo(404);
        assertThat(pharmacist.get("/").body()).contains("Réfrigérateur PUI").doesNotContain("ailleurs");
    }

    @Test
    void thePageTellsWhoWasToldAndWhatThePeerSaid() {
        assertThat(pharmacist.get("/alarm/" + alarm).body()).contains("Trop chaud", "11,2", "Yann", "courriel",
                "250 queued as 4F2C", "Appeler le pharmacien");
    }

    @Test
    void callsArePutOffForHalfAnHourAtMostWithAReason() {
        assertThat(pharmacist.postSigned(path("snooze"), Map.of("minutes", "30", "reason", "")).statusCode())
                .isEqualTo(409);
        assertThat(pharmacist.postSigned(path("snooze"), Map.of("minutes", "600", "reason", "x")).statusCode())
                .isEqualTo(409);
        assertThat(pharmacist.postSigned(path("snooze"), Map.of("minutes", "30", "reason", "Livraison")).statusCode())
                .isEqualTo(303);
        assertThat(console.ask("SELECT until - at FROM alarm_snooze WHERE alarm = ?", alarm)).isEqualTo("00:30:00");
        assertThat(console.askIfAny("SELECT acknowledged_at FROM alarm WHERE id = ?", alarm)).isEmpty();
        assertThat(pharmacist.get("/alarm/" + alarm).body()).contains("Appels reportés jusqu’à", "Livraison");
    }

    @Test
    void whatCanNeverEndIsClosedBecauseItsProbeIsLostAndNotWhileThereAreReadings() {
        console.execute("INSERT INTO reading (measured_at, source, probe, milli_celsius)"
                + " SELECT now(), 0, l.probe, 11200 FROM probe_placement l JOIN alarm a ON a.equipment = l.equipment"
                + " WHERE a.id = ? AND upper_inf(l.during) LIMIT 1", alarm);
        assertThat(pharmacist.postSigned(path("lost"), Map.of("action", "Sonde remplacée")).body())
                .contains("plus aucune sonde n’y mesure depuis une heure");
        String late = " FROM reading WHERE measured_at > now() - interval '2 hours' AND probe IN (SELECT l.probe"
                + " FROM probe_placement l JOIN alarm a ON a.equipment = l.equipment WHERE a.id = " + alarm + ")";
        console.execute("CREATE TABLE kept AS SELECT *" + late);
        console.execute("DELETE" + late);
        try {
            assertThat(pharmacist.postSigned(path("lost"), Map.of("action", "")).statusCode()).isEqualTo(409);
            assertThat(pharmacist.postSigned(path("lost"), Map.of("action", "Sonde remplacée")).statusCode())
                    .isEqualTo(303);
        } finally { // the console is shared with other tests
            console.execute("INSERT INTO reading SELECT * FROM kept");
            console.execute("DROP TABLE kept");
        }
        assertThat(console.ask("SELECT cause || ', ' || action FROM alarm WHERE id = ?", alarm))
                .isEqualTo("Sonde perdue, Sonde remplacée");
        assertThat(pharmacist.postSigned(path("lost"), Map.of("action", "x")).statusCode()).isEqualTo(409);
    }

    @Test
    void thePlanDeRepliAndEachAttemptStandOnThePage() {
        assertThat(pharmacist.get("/alarm/" + alarm).body()).contains("Frigo de secours", "poste 4100", "2 essais",
                "peut-être arrivé", "request timed out", "SM0123");
    }

    private String path(String action) {
        return "/alarm/" + alarm + "/" + action;
    }
}
