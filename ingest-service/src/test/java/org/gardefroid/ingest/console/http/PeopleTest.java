package org.gardefroid.ingest.console.http;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PeopleTest {

    private static final Map<String, String> NEW = Map.of("name", "zoe", "display", "Zoé Martin", "role", "pharmacist",
            "site",
            "1", "language", "fr", "email", "zoe@example.org", "phone", "+33 6 12 34 56 99");
    private static final String CHOSEN = "le renard dort sous la neige";

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final Visitor operator = Visitor.signedIn(console, "oscar", "operator");

    @BeforeEach
    void forget() {
        console.execute("DELETE FROM session WHERE person IN (SELECT id FROM person WHERE name = ?)", "zoe");
        console.execute("DELETE FROM person WHERE name = ?", "zoe");
    }

    @Test
    void aNewPersonComesInOnceByAPasswordThatWasShownOnceAndThenChoosesTheirOwn() {
        String once = password(operator.postSigned("/people", NEW));
        assertThat(operator.get("/people/zoe").body()).contains("zoe@example.org", "+33612345699").doesNotContain(once);

        Visitor zoe = Visitor.at(console);
        assertThat(zoe.signIn("zoe", once).statusCode()).isEqualTo(303);
        for (String path : new String[]{"/", "/lots", "/people"}) {
            assertThat(zoe.get(path).headers().firstValue("location")).as(path).contains("/account");
        }
        assertThat(choose(zoe, once, CHOSEN, CHOSEN).headers().firstValue("location")).contains("/");
        assertThat(zoe.get("/").statusCode()).isEqualTo(200);
        assertThat(Visitor.at(console).signIn("zoe", once).statusCode()).isEqualTo(401);
        assertThat(Visitor.at(console).signIn("zoe", CHOSEN).statusCode()).isEqualTo(303);
    }

    @Test
    void aPasswordThatWillNotDoIsRefusedWithWhatWould() {
        String once = password(operator.postSigned("/people", NEW));
        Visitor zoe = Visitor.at(console);
        zoe.signIn("zoe", once);
        assertThat(choose(zoe, once, "court", "court").body()).contains("au moins 12 caractères");
        assertThat(choose(zoe, once, CHOSEN, CHOSEN + "!").body()).contains("ne sont pas les mêmes");
        assertThat(choose(zoe, once, once, once).body()).contains("est l’ancien");
        assertThat(choose(zoe, once, "ici c'est zoe qui entre", "ici c'est zoe qui entre").body())
                .contains("nom de compte");
        assertThat(choose(zoe, "not the old one", CHOSEN, CHOSEN).body()).contains("n’est pas celui-là");
        assertThat(zoe.get("/").headers().firstValue("location")).contains("/account");
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndComesInAgainWhenEnabled() {
        Visitor zoe = zoeIsIn();
        operator.postSigned("/people/zoe/state", Map.of("state", "disabled"));
        assertThat(zoe.get("/").headers().firstValue("location").orElse("")).startsWith("/login");
        assertThat(Visitor.at(console).signIn("zoe", CHOSEN).statusCode()).isEqualTo(401);
        operator.postSigned("/people/zoe/state", Map.of("state", "enabled"));
        assertThat(Visitor.at(console).signIn("zoe", CHOSEN).statusCode()).isEqualTo(303);
    }

    @Test
    void aNewPasswordEndsWhatWasBegunByTheOldOne() {
        Visitor zoe = zoeIsIn();
        password(operator.postSigned("/people/zoe/password", Map.of()));
        assertThat(zoe.get("/").headers().firstValue("location").orElse("")).startsWith("/login");
    }

    @Test
    void whatCannotBeIsNamedAndNothingIsEntered() {
        assertThat(refused(Map.of("name", "Zoé !"))).contains("« zoé ! » impossible");
        assertThat(refused(Map.of("email", "zoe"))).contains("« zoe » n’est pas une adresse");
        assertThat(refused(Map.of("phone", "0612345678"))).contains("« 0612345678 »", "+33");
        assertThat(refused(Map.of("role", "chef"))).contains("« chef » inconnu");
        assertThat(refused(Map.of("site", "77"))).contains("« 77 » inconnu");
        assertThat(refused(Map.of("display", ""))).contains("de 1 à 120");
        assertThat(refused(Map.of("name", "oscar"))).contains("« oscar » est déjà");
    }

    @Test
    void nobodyShutsThemselvesOut() {
        assertThat(operator.postSigned("/people/oscar/state", Map.of("state", "disabled")).statusCode()).isEqualTo(422);
        assertThat(operator.postSigned("/people/oscar", with(NEW, Map.of("phone", ""))).statusCode()).isEqualTo(422);
        assertThat(operator.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyWhoRunsTheInstallationLetsPeopleIn() {
        Visitor pharmacist = Visitor.signedIn(console, "claire", "pharmacist");
        assertThat(pharmacist.get("/people").statusCode()).isEqualTo(403);
        assertThat(pharmacist.postSigned("/people", NEW).statusCode()).isEqualTo(403);
        assertThat(pharmacist.get("/").body()).doesNotContain("href=\"/people\"");
        assertThat(operator.get("/").body()).contains("href=\"/people\"");
    }

    private Visitor zoeIsIn() {
        String once = password(operator.postSigned("/people", NEW));
        Visitor zoe = Visitor.at(console);
        zoe.signIn("zoe", once);
        choose(zoe, once, CHOSEN, CHOSEN);
        assertThat(zoe.get("/").statusCode()).isEqualTo(200);
        return zoe;
    }

    private String refused(Map<String, String> but) {
        HttpResponse<String> answer = operator.postSigned("/people", with(NEW, but));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(console.ask("SELECT count(*) FROM person WHERE email = 'zoe@example.org'")).isEqualTo("0");
        return answer.body();
    }

    private static String password(HttpResponse<String> answer) {
        Matcher shown = Pattern.compile("<output class=\"password\">([^<]+)</output>").matcher(answer.body());
        assertThat(shown.find()).as(answer.body()).isTrue();
        return shown.group(1);
    }

    private static HttpResponse<String> choose(Visitor visitor, String old, String wanted, String again) {
        Matcher csrf = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(visitor.get("/account").body());
        assertThat(csrf.find()).isTrue();
        return visitor.post("/account/password",
                Map.of("csrf", csrf.group(1), "old", old, "wanted", wanted, "again", again));
    }

    private static Map<String, String> with(Map<String, String> fields, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(fields);
        all.putAll(others);
        return all;
    }
}
