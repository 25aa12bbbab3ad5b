package org.gardefroid.ingest.console.http;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Providers answer for people: by what they sign, from numbers that are known, with the alarm's code. */
final class TelephoneTest {

    private static final String NUMBER = "+33611223344";

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final Visitor provider = Visitor.at(console);
    private final long alarm = Seeds.alarm(console, Seeds.WARM);

    @BeforeEach
    void telephone() {
        console.execute("UPDATE person SET phone = ? WHERE name = 'yann'", NUMBER);
        console.execute("UPDATE alarm SET code = 1000 + id % 9000 WHERE id = ?", alarm);
    }

    private String code() {
        return console.ask("SELECT code FROM alarm WHERE id = ?", alarm);
    }

    private String acknowledgedBy() {
        return console.askIfAny("SELECT p.name FROM alarm a JOIN person p ON p.id = a.acknowledged_by WHERE a.id = ?",
                alarm).orElse("nobody");
    }

    private HttpResponse<String> sends(String path, Map<String, String> form) {
        return provider.send(provider.form(path, form).header("X-Twilio-Signature",
                signature(RunningConsole.OUTSIDE + path, form)));
    }

    private static String signature(String url, Map<String, String> form) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(RunningConsole.TWILIO_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            StringBuilder signed = new StringBuilder(url);
            new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aMessageWithTheCodeFromAKnownNumberTakesTheAlarmOn() {
        HttpResponse<String> answer = sends("/answer/sms", Map.of("From", NUMBER, "Body", "OK " + code()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Noté", Long.toString(alarm));
        assertThat(acknowledgedBy()).isEqualTo("yann");
        assertThat(sends("/answer/sms", Map.of("From", NUMBER, "Body", code())).body()).contains("déjà");
    }

    @Test
    void withoutTheCodeOrFromAStrangerNothingIsTakenOn() {
        assertThat(sends("/answer/sms", Map.of("From", NUMBER, "Body", "OK")).body()).contains("Code inconnu");
        assertThat(sends("/answer/sms", Map.of("From", "+33699999999", "Body", code())).body())
                .as("a stranger hears nothing").doesNotContain("Message");
        assertThat(acknowledgedBy()).isEqualTo("nobody");
        for (String refusal : List.of("NON %s", "pas d'astreinte ce soir, %s", "je ne peux pas %s", "No. %s")) {
            assertThat(sends("/answer/sms", Map.of("From", NUMBER, "Body", refusal.formatted(code()))).body())
                    .contains("Compris comme un refus");
            assertThat(acknowledgedBy()).as(refusal).isEqualTo("nobody");
        }
    }

    @Test
    void whatMayMeanAnythingButYesTakesNothingOnAndSaysSo() {
        for (String riddle : List.of("%s en congé, voyez le Dr Martin", "%s mauvais numéro", "%s ?",
                "OK %s mais je dors",
                "%s qui est-ce")) {
            assertThat(sends("/answer/sms", Map.of("From", NUMBER, "Body", riddle.formatted(code()))).statusCode())
                    .isEqualTo(200);
            assertThat(acknowledgedBy()).as(riddle).isEqualTo("nobody");
        }
        assertThat(sends("/answer/sms", Map.of("From", NUMBER, "Body", "qui est-ce, " + code())).body())
                .contains("Pas compris");
    }

    @Test
    void theCodeIsFoundBesideAnHourAndYesMayBeSaidInManyWords() {
        assertThat(sends("/answer/sms", Map.of("From", NUMBER, "Body", "0230 vu, je m’en occupe " + code())).body())
                .contains("Noté");
        assertThat(acknowledgedBy()).isEqualTo("yann");
    }

    @Test
    void theCodeOfAnAlarmThatOneWasNotToldOfIsUnknown() {
        console.execute(
                "DELETE FROM notification_attempt WHERE notification IN (SELECT id FROM notification WHERE alarm = ?)",
                alarm);
        console.execute("DELETE FROM notification WHERE alarm = ?", alarm);
        assertThat(sends("/answer/sms", Map.of("From", NUMBER, "Body", code())).body()).contains("Code inconnu");
    }

    @Test
    void whoeverGuessesCodesHasToWait() {
        console.enrol("zoe", "doctor", "pui");
        console.execute("UPDATE person SET phone = '+33655555555' WHERE name = 'zoe'");
        String last = "";
        for (int guess = 0; guess < 12; guess++) {
            last = sends("/answer/sms", Map.of("From", "+33655555555", "Body", "OK 0" + (100 + guess))).body();
        }
        assertThat(last).contains("Trop d’essais");
    }

    @Test
    void whatIsNotSignedIsNotLookedAt() {
        assertThat(provider.post("/answer/sms", Map.of("From", NUMBER, "Body", code())).statusCode()).isEqualTo(403);
        assertThat(provider.send(provider.form("/answer/sms", Map.of("From", NUMBER, "Body", code()))
                .header("X-Twilio-Signature", signature(RunningConsole.OUTSIDE + "/answer/sms",
                        Map.of("From", NUMBER, "Body", "x"))))
                .statusCode()).isEqualTo(403);
        assertThat(acknowledgedBy()).isEqualTo("nobody");
    }

    @Test
    void aKeyPressedDuringTheCallTakesTheAlarmOn() {
        console.execute("UPDATE notification SET channel = 'voice', address = ? WHERE alarm = ?", NUMBER, alarm);
        String path = "/answer/voice/k" + alarm;
        assertThat(sends(path, Map.of("To", NUMBER, "Digits", "2")).body()).contains("Hangup");
        assertThat(sends(path, Map.of("To", "+33699999999", "Digits", "1")).body()).contains("Hangup");
        assertThat(acknowledgedBy()).isEqualTo("nobody");
        assertThat(sends(path, Map.of("To", NUMBER, "Digits", "1")).body()).contains("Noté", "language=\"fr-FR\"");
        assertThat(acknowledgedBy()).isEqualTo("yann");
    }

    @Test
    void toOpenOrProbeTheseAddressesDoesNothing() {
        for (String path : new String[]{"/answer/sms", "/answer/text", "/answer/voice/k" + alarm}) {
            assertThat(provider.get(path + "?From=%2B33611223344&Body=" + code() + "&Digits=1").statusCode())
                    .isIn(403, 404, 405);
            assertThat(provider.head(path).statusCode()).isIn(403, 404, 405);
            assertThat(provider.send(provider.request(path).method("OPTIONS", HttpRequest.BodyPublishers.noBody()))
                    .statusCode()).isIn(200, 401, 403, 404, 405);
        }
        assertThat(acknowledgedBy()).isEqualTo("nobody");
    }

    @Test
    void aRelayIsKnownByItsToken() {
        String body = "{\"from\":\"" + NUMBER + "\",\"text\":\"" + code() + "\"}";
        HttpRequest.BodyPublisher json = HttpRequest.BodyPublishers.ofString(body);
        assertThat(provider.send(provider.request("/answer/text").header("Content-Type", "application/json").POST(json))
                .statusCode()).isEqualTo(403);
        assertThat(provider.send(provider.request("/answer/text").header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + RunningConsole.TWILIO_TOKEN).POST(json)).body()).contains("Noté");
    }
}
