package org.gardefroid.ingest.console.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser: asks over real HTTP, follows no redirect by itself, and keeps its cookies. */
final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10)).build();
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final String address;
    private String session = "";
    private String language = "";

    private Visitor(String address) {
        this.address = address;
    }

    static Visitor at(RunningConsole console) {
        return new Visitor(console.address());
    }

    static Visitor signedIn(RunningConsole console, String name, String role) {
        console.enrol(name, role, "pui");
        Visitor visitor = at(console);
        HttpResponse<String> answer = visitor.signIn(name, RunningConsole.PASSWORD);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("not let in: " + answer.statusCode());
        }
        return visitor;
    }

    HttpResponse<String> signIn(String name, String password) {
        return post("/login", Map.of("name", name, "password", password));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> head(String path) {
        return send(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    /** As this visitor's own page would send it. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    HttpResponse<String> postSigned(String path, Map<String, String> fields) {
        String token = csrf();
        return post(path, fields.isEmpty() ? Map.of("csrf", token) : with(fields, token));
    }

    private static Map<String, String> with(Map<String, String> fields, String token) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf", token);
        return all;
    }

    HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream().map(field -> field.getKey() + '='
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The stream of a live page, to be closed. */
    HttpResponse<InputStream> listen(String path) {
        try {
            return CLIENT.send(request(path).header("Accept", "text/event-stream").build(),
                    BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30));
        String cookies = Optional.of(session).filter(token -> !token.isEmpty()).map(token -> "gardefroid=" + token)
                .orElse("") + (language.isEmpty() ? "" : "; langue=" + language);
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    String csrf() {
        Matcher token = CSRF.matcher(get("/").body());
        if (!token.find()) {
            throw new IllegalStateException("no token on the board");
        }
        return token.group(1);
    }

    String session() {
        return session;
    }

    private void keep(String cookie) {
        String value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        if (cookie.startsWith("gardefroid=")) {
            session = value;
        } else if (cookie.startsWith("langue=")) {
            language = value;
        }
    }
}
