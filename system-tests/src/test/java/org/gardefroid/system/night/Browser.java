package org.gardefroid.system.night;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody at the console: follows links, fills in forms, keeps the session's cookie. */
final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final String console;
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** @param console its address, with a slash at the end */
    private Browser(String console) {
        this.console = console;
    }

    static Browser signedIn(String console, String name, String password) throws IOException, InterruptedException {
        Browser browser = new Browser(console);
        assertThat(browser.send("login", Map.of("name", name, "password", password)).statusCode()).isEqualTo(303);
        return browser;
    }

    String read(String page) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(console + page)).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        return answer.body();
    }

    /** Fills in a form of the page {@code on}. */
    HttpResponse<String> fill(String on, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(read(on));
        assertThat(csrf.find()).isTrue();
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", csrf.group(1));
        return send(action, all);
    }

    private HttpResponse<String> send(String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream().map(field -> field.getKey() + '='
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return http.send(HttpRequest.newBuilder(URI.create(console + action))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body))
                .build(),
                BodyHandlers.ofString());
    }
}
