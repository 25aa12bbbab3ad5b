package org.gardefroid.ingest.console.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A rota is handed in as a calendar: all of it is entered, or nothing. */
final class RotaEntryTest {

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final Visitor pharmacist = Visitor.signedIn(console, "claire", "pharmacist");

    @BeforeEach
    void rota() {
        console.enrol("yann", "doctor", "pui");
        console.execute(
                "INSERT INTO rota (site, name) SELECT id, 'nuits' FROM site WHERE name = 'pui' ON CONFLICT DO NOTHING");
    }

    private static String weekly(String who) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:" + who
                + "\r\nDTSTART;TZID=Europe/Paris:20260105T080000\r\nDTEND;TZID=Europe/Paris:20260112T080000\r\n"
                + "RRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static HttpResponse<String> hand(Visitor visitor, String rota, String calendar) {
        return visitor.send(visitor.request("/api/rotas/" + rota).header("Content-Type", "text/calendar")
                .PUT(HttpRequest.BodyPublishers.ofString(calendar)));
    }

    /** As a browser sends the form of the page. */
    private static HttpResponse<String> upload(Visitor visitor, String token, String calendar) {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + token
                + "\r\n--cut\r\nContent-Disposition: form-data; name=\"calendar\"; filename=\"nuits.ics\"\r\n"
                + "Content-Type: text/calendar\r\n\r\n" + calendar + "\r\n--cut--\r\n";
        return visitor.send(visitor.request("/rotas/nuits").header("Content-Type",
                "multipart/form-data; boundary=cut").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String duties() {
        return console.ask("SELECT count(*) FROM rota_duty d JOIN rota r ON r.id = d.rota WHERE r.name = 'nuits'");
    }

    @Test
    void aFileIsNotTakenWithAnotherSessionsToken() {
        assertThat(upload(pharmacist, "x".repeat(43), weekly("Yann")).statusCode()).isEqualTo(403);
    }

    @Test
    void aPharmacistEntersACalendarAndReadsItBack() {
        HttpResponse<String> answer = hand(pharmacist, "nuits", weekly("Yann"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Planning enregistré");
        assertThat(Integer.parseInt(duties())).isGreaterThan(50);
        HttpResponse<String> read = pharmacist.get("/api/rotas/nuits");
        assertThat(read.body()).contains("\"name\":\"nuits\"", "\"enteredBy\":\"Claire\"", "\"onCall\":[\"Yann\"]",
                "\"hole\":false");
        assertThat(pharmacist.get("/api/rotas/nuits/calendar").body()).isEqualTo(weekly("Yann"));
    }

    @Test
    void whatIsWrongIsToldInTheReadersLanguageAndTheFormerRotaStands() {
        hand(pharmacist, "nuits", weekly("Yann"));
        String before = duties();
        HttpResponse<String> answer = hand(pharmacist, "nuits", weekly("Personne"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .startsWith("Événement « Personne (20260105T080000) » : personne ici ne s’appelle « Personne »");
        assertThat(hand(pharmacist, "nuits", weekly("Yann").replace("WEEKLY", "WEEKLI")).body())
                .contains("Ligne 8, « RRULE:FREQ=WEEKLI »");
        assertThat(hand(pharmacist, "nuits", weekly("Yann").replace("END:VCALENDAR\r\n", "")).statusCode())
                .isEqualTo(422);
        assertThat(duties()).isEqualTo(before);
    }

    @Test
    void aNameThatTwoPeopleBearIsRefused() {
        console.enrol("yann2", "doctor", "pui");
        console.execute("UPDATE person SET display_name = 'Yann' WHERE name = 'yann2'");
        assertThat(hand(pharmacist, "nuits", weekly("Yann")).body())
                .contains("plusieurs personnes s’appellent « Yann »");
        console.execute("UPDATE person SET display_name = 'Yann2' WHERE name = 'yann2'");
    }

    @Test
    void aCalendarThatLeavesNobodyOnCallIsTakenOnlyIfThatIsMeant() {
        hand(pharmacist, "nuits", weekly("Yann"));
        String before = duties();
        for (String none : List.of("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
                weekly("Yann").replace("FREQ=WEEKLY", "FREQ=WEEKLY;UNTIL=20260201"))) {
            HttpResponse<String> answer = hand(pharmacist, "nuits", none);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("ne met personne de garde");
        }
        assertThat(duties()).isEqualTo(before);
        assertThat(hand(pharmacist, "nuits?nobody=true", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n").statusCode())
                .isEqualTo(200);
        assertThat(duties()).isEqualTo("0");
        assertThat(pharmacist.get("/rotas/nuits").body()).contains("Personne n’est de garde en ce moment",
                "Personne n’est prévu ensuite");
    }

    @Test
    void whoeverSetsTheRulesReplacesARotaAndTheOthersReadIt() {
        for (String role : List.of("nurse", "doctor", "inspector")) {
            Visitor other = Visitor.signedIn(console, "rota-" + role, role);
            assertThat(hand(other, "nuits", weekly("Yann")).statusCode()).as(role).isEqualTo(403);
            assertThat(upload(other, other.csrf(), weekly("Yann")).statusCode()).as(role).isEqualTo(403);
            assertThat(other.get("/rotas/nuits").body()).doesNotContain("<input type=\"file\"")
                    .contains("Un pharmacien ou l’exploitant");
        }
        assertThat(hand(Visitor.at(console), "nuits", weekly("Yann")).statusCode()).isIn(303, 401, 403);
        assertThat(hand(pharmacist, "nobodys", weekly("Yann")).statusCode()).isEqualTo(404);
        assertThat(pharmacist.get("/api/rotas/nobodys").statusCode()).isEqualTo(404);
        assertThat(hand(Visitor.signedIn(console, "rota-operator", "operator"), "nuits", weekly("Yann")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theRotaOfAnotherSiteIsNotThere() {
        console.execute("INSERT INTO rota (site, name) SELECT id, 'ailleurs' FROM site WHERE name = 'autre'"
                + " ON CONFLICT DO NOTHING");
        assertThat(pharmacist.get("/rotas/ailleurs").statusCode()).isEqualTo(404);
        assertThat(pharmacist.get("/api/rotas/ailleurs/calendar").statusCode()).isEqualTo(404);
        assertThat(pharmacist.get("/rotas").body()).contains("nuits").doesNotContain("ailleurs");
    }

    @Test
    void aFileIsHandedInOnThePageWhichThenSaysWhoIsOnCallAndWhoComesNext() {
        String calendar = weekly("Yann").replace("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2").replace("END:VCALENDAR",
                weekly("Claire").replace("UID:1", "UID:2").replace("20260105", "20260112")
                        .replace("DTEND;TZID=Europe/Paris:20260112", "DTEND;TZID=Europe/Paris:20260119")
                        .replace("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2")
                        .replace("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "")
                        .replace("\r\nEND:VCALENDAR\r\n", "") + "\r\nEND:VCALENDAR");
        HttpResponse<String> answer = upload(pharmacist, pharmacist.csrf(), calendar);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String page = pharmacist.get("/rotas/nuits").body();
        assertThat(page).contains("De garde maintenant", "Jusqu’à ", "Puis ", "Yann", "Claire", ", par Claire")
                .doesNotContain("Personne de garde :").contains("Aucune étape des appels");
        assertThat(pharmacist.get("/").body()).contains("href=\"/rotas\"");
    }

    @Test
    void aFileThatIsRefusedIsExplainedOnThePageAndChangesNothing() {
        hand(pharmacist, "nuits", weekly("Yann"));
        String before = duties();
        HttpResponse<String> answer = upload(pharmacist, pharmacist.csrf(), weekly("Yann").replace("WEEKLY", "<b>"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Ligne 8, « RRULE:FREQ=&lt;b&gt; »", "Rien n’a changé");
        assertThat(upload(pharmacist, "forged", weekly("Yann")).statusCode()).isEqualTo(403);
        assertThat(duties()).isEqualTo(before);
    }
}
