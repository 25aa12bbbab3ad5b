package org.gardefroid.ingest.console.http;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class SignInTest {

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);

    @ParameterizedTest
    @ValueSource(strings = {"/", "/equipment/frigo-pui", "/alarm/1", "/alarms/1"})
    void whoIsNotSignedInIsSentToTheLogin(String path) {
        HttpResponse<String> answer = Visitor.at(console).get(path);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location").orElse("")).startsWith("/login");
    }

    @Test
    void theFirstAccountsPasswordIsPrintedAndOpensTheDoor() {
        Matcher line = Pattern.compile("premier compte: admin / (\\S+)").matcher(console.printed());
        assertThat(line.find()).isTrue();
        assertThat(Visitor.at(console).signIn("admin", line.group(1)).statusCode()).isEqualTo(303);
        assertThat(console.ask("SELECT password_hash FROM person WHERE name = 'admin'")).startsWith("$argon2id$")
                .doesNotContain(line.group(1));
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        console.enrol("anne", "nurse", "pui");
        String cookie = Visitor.at(console).signIn("anne", RunningConsole.PASSWORD).headers().firstValue("set-cookie")
                .orElseThrow();
        assertThat(cookie.toLowerCase(Locale.ROOT)).contains("httponly", "samesite=lax", "path=/")
                .doesNotContain("secure");
    }

    @Test
    void aWrongPasswordIsRefusedInTheSameWordsAsAnUnknownName() {
        console.enrol("benoit", "nurse", "pui");
        HttpResponse<String> wrong = Visitor.at(console).signIn("benoit", "wrong");
        HttpResponse<String> unknown = Visitor.at(console).signIn("nobody-here", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("Nom ou mot de passe inconnu");
        assertThat(timeless(unknown).replace("nobody-here", "benoit")).isEqualTo(timeless(wrong));
        assertThat(console.ask("SELECT count(*) FROM audit WHERE actor = 'benoit' AND action = 'refused'"))
                .isEqualTo("1");
    }

    private static String timeless(HttpResponse<String> page) {
        return page.body().replaceAll("data-now=\"\\d+\"", "");
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneHasToWait() {
        console.enrol("chloe", "nurse", "pui");
        for (int i = 0; i < 5; i++) {
            assertThat(Visitor.at(console).signIn("chloe", "wrong").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> sixth = Visitor.at(console).signIn("chloe", RunningConsole.PASSWORD);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("réessayez dans");
    }

    @Test
    void aSessionThatABrowserBringsIsNotTheOneItGets() {
        Visitor visitor = Visitor.signedIn(console, "denis", "nurse");
        String before = visitor.session();
        visitor.signIn("denis", RunningConsole.PASSWORD);
        assertThat(visitor.session()).isNotEqualTo(before);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        Visitor visitor = Visitor.signedIn(console, "emma", "nurse");
        String token = visitor.session();
        assertThat(visitor.postSigned("/logout", Map.of()).statusCode()).isEqualTo(303);
        assertThat(visitor.get("/").statusCode()).isEqualTo(303);
        assertThat(visitor.send(visitor.request("/").setHeader("Cookie", "gardefroid=" + token)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void halfAnHourWithoutAVisitEndsASession() {
        Visitor visitor = Visitor.signedIn(console, "fabien", "nurse");
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        console.execute("UPDATE session SET last_seen_at = now() - interval '31 minutes'"
                + " WHERE person = (SELECT id FROM person WHERE name = 'fabien')");
        assertThat(visitor.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void twelveHoursEndASessionHoweverBusyItIs() {
        Visitor visitor = Visitor.signedIn(console, "gaelle", "nurse");
        console.execute("UPDATE session SET expires_at = now() - interval '1 second'"
                + " WHERE person = (SELECT id FROM person WHERE name = 'gaelle')");
        assertThat(visitor.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void whoIsDisabledIsOutAtOnce() {
        Visitor visitor = Visitor.signedIn(console, "hugo", "nurse");
        console.execute("UPDATE person SET disabled_at = now() WHERE name = 'hugo'");
        assertThat(visitor.get("/").statusCode()).isEqualTo(303);
    }

    @Test
    void theLoginLeadsBackToOurOwnPagesOnly() {
        console.enrol("ines", "nurse", "pui");
        Map<String, String> form = Map.of("name", "ines", "password", RunningConsole.PASSWORD, "back",
                "//evil.example/");
        assertThat(Visitor.at(console).post("/login", form).headers().firstValue("location")).contains("/");
    }

    @Test
    void theAuditLogHoldsTogetherAndShowsWhatWasEditedInIt() {
        Visitor.signedIn(console, "jean", "nurse");
        assertThat(console.askIfAny("SELECT audit_first_broken()")).isEmpty();
        console.execute("ALTER TABLE audit DISABLE TRIGGER audit_is_only_added_to");
        console.execute("UPDATE audit SET actor = 'someone else' WHERE id = (SELECT min(id) FROM audit)");
        String first = console.ask("SELECT min(id) FROM audit");
        assertThat(console.ask("SELECT audit_first_broken()")).isEqualTo(first);
        console.execute("UPDATE audit SET actor = 'service' WHERE id = (SELECT min(id) FROM audit)");
        console.execute("ALTER TABLE audit ENABLE TRIGGER audit_is_only_added_to");
        assertThat(console.askIfAny("SELECT audit_first_broken()")).isEmpty();
    }
}
