package org.gardefroid.ingest.console.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

    private static HttpResponse<String> hand(Visitor visitor, String rota, String who) {
        String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:" + who
                + "\r\nDTSTART;TZID=Europe/Paris:20260105T080000\r\nDTEND;TZID=Europe/Paris:20260112T080000\r\n"
                + "RRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        return visitor.send(visitor.request("/api/rotas/" + rota).header("Content-Type", "text/calendar")
                .PUT(HttpRequest.BodyPublishers.ofString(calendar)));
    }

    @Test
    void aCalendarIsEnteredByWhoeverMayAnswerAlarms() {
        HttpResponse<String> answer = hand(pharmacist, "nuits", "Yann");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Planning enregistré");
        assertThat(console
                .ask("SELECT count(*) > 50 FROM rota_duty d JOIN rota r ON r.id = d.rota WHERE r.name = 'nuits'"))
                .isEqualTo("t");
    }

    @Test
    void whatIsWrongIsToldWithItsEvent() {
        HttpResponse<String> answer = hand(pharmacist, "nuits", "Personne");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo(
                "event 'Personne (20260105T080000)' names somebody who is not known: Personne");
    }

    @Test
    void nobodyElseEntersARota() {
        assertThat(hand(Visitor.at(console), "nuits", "Yann").statusCode()).isIn(303, 401, 403);
        assertThat(hand(Visitor.signedIn(console, "ines", "inspector"), "nuits", "Yann").statusCode()).isEqualTo(403);
        assertThat(hand(pharmacist, "nobodys", "Yann").statusCode()).isEqualTo(404);
    }
}
