package org.gardefroid.cli.lots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;

/** The service, spoken to as a person with an account. */
final class ServiceSession implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SEE_OTHER = 303;
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI service;
    private final String cookies;

    /** @throws Refused if it is not there, or does not know this name with this password */
    ServiceSession(URI service, String account, String password) throws IOException {
        this.service = service;
        String form = "name=" + encoded(account) + "&password=" + encoded(password);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(service.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
        Optional<String> session = answer.headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("gardefroid=")).map(cookie -> cookie.split(";", 2)[0]).findFirst();
        if (answer.statusCode() != SEE_OTHER || session.isEmpty()) {
            throw new Refused(Words.say("lots.not-let-in", account, service));
        }
        this.cookies = session.get() + "; langue=" + Words.locale().getLanguage();
    }

    JsonNode get(String path) throws IOException {
        return read(send(request(path).GET()));
    }

    JsonNode post(String path, ObjectNode body) throws IOException {
        return read(send(request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE).header("Cookie", cookies)
                .header("Accept", "application/json");
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == UNPROCESSABLE) {
            throw new Refused(json.readTree(answer.body()).path("error").asText());
        }
        if (answer.statusCode() != OK) {
            throw new Refused(Words.say("lots.refused", answer.request().uri().getPath(), answer.statusCode()));
        }
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refused(Words.say("lots.no-service", service, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
