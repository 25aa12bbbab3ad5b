package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gardefroid.testbed.database.Edition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ForgeryTest {

    private final RunningConsole console = RunningConsole.shared(Edition.PLAIN);
    private final Visitor visitor = Visitor.signedIn(console, "karine", "pharmacist");

    /** Whatever form is added later is among them. */
    @Test
    void noFormIsTakenWithoutTheSessionsToken() {
        List<String> forms = posts().filter(path -> !path.equals("/login") && !isForPrograms(path) && !isUpload(path))
                .toList();
        assertThat(forms).hasSizeGreaterThanOrEqualTo(5);
        for (String path : forms) {
            assertThat(visitor.post(path, Map.of("comment", "x")).statusCode()).as(path).isEqualTo(403);
            assertThat(visitor.post(path, Map.of("csrf", "x".repeat(43))).statusCode()).as(path).isEqualTo(403);
        }
    }

    /** A form can be sent from any page without asking; JSON cannot. */
    @Test
    void whereProgramsSendJsonNoFormIsTaken() {
        List<String> doors = posts().filter(ForgeryTest::isForPrograms).toList();
        assertThat(doors).contains("/api/journals", "/answer/text");
        for (String path : doors) {
            assertThat(visitor.post(path, Map.of("comment", "x")).statusCode()).as(path).isEqualTo(415);
        }
    }

    /** Of files alone; RotaEntryTest tries it with another token. */
    private static boolean isUpload(String path) {
        return path.startsWith("/rotas/");
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/enrol") || path.equals("/answer/text");
    }

    private Stream<String> posts() {
        return console.context().getBean(Router.class).uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.POST)
                .map(route -> route.getUriMatchTemplate().toPathString().replace("{id}", "1")
                        .replaceAll("\\{\\w+:([\\w-]+)[^}]*}", "$1").replaceAll("\\{\\w+}", "frigo-pui"));
    }

    @Test
    void anotherPersonsTokenIsNotMine() {
        String token = Visitor.signedIn(console, "louis", "pharmacist").csrf();
        assertThat(visitor.post("/logout", Map.of("csrf", token)).statusCode()).isEqualTo(403);
    }

    @Test
    void anotherSitesPageCannotEvenSignIn() {
        Map<String, String> form = Map.of("name", "karine", "password", RunningConsole.PASSWORD);
        Visitor stranger = Visitor.at(console);
        assertThat(stranger.send(stranger.form("/login", form).header("Sec-Fetch-Site", "cross-site")).statusCode())
                .isEqualTo(403);
        assertThat(stranger.send(stranger.form("/login", form).header("Origin", "https://evil.example")).statusCode())
                .isEqualTo(403);
        assertThat(stranger.send(stranger.form("/login", form).header("Origin", console.address())).statusCode())
                .isEqualTo(303);
    }

    @Test
    void everyAnswerTellsTheBrowserToRunNothingButOurOwnFiles() {
        for (String path : List.of("/", "/login", "/nowhere", "/static/console.js", "/live/board-of-nobody")) {
            HttpResponse<String> answer = Visitor.at(console).get(path);
            assertThat(answer.headers().firstValue("content-security-policy").orElse("")).as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("x-content-type-options")).as(path).contains("nosniff");
        }
    }

    @Test
    void noPageHasAScriptOrAStyleInside() {
        for (String path : List.of("/", "/equipment/" + Seeds.WARM, "/alarm/" + Seeds.alarm(console, Seeds.WARM))) {
            assertThat(visitor.get(path).body()).as(path).doesNotContainPattern("<script(?! src=\"/static/)")
                    .doesNotContainPattern("<style|style=|javascript:| on[a-z]+=\"")
                    .doesNotContainPattern("(?:src|href|action)=\"(?:https?:)?//");
        }
    }

    @Test
    void aHostileNameIsShownAndNotRun() {
        assertThat(visitor.get("/").body()).contains("&lt;script&gt;alert(1)").doesNotContain(Seeds.HOSTILE);
        assertThat(visitor.get("/equipment/hostile").body()).doesNotContain(Seeds.HOSTILE);
    }
}
