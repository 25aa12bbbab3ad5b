package org.gardefroid.cli.service;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;

import static org.gardefroid.cli.Words.say;

/** The service's {@code /api/}: name and password go with each request, and nothing stays behind. */
public final class ServiceClient implements AutoCloseable {

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(20);
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(2);
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;

    /** @param body missing where it is no JSON */
    public record Answer(int status, JsonNode body) {

        public boolean isOk() {
            return status == 200;
        }

        /** What the service says is wrong; empty if it does not. */
        public String error() {
            return body.path("error").asText();
        }
    }

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI service;
    private final String account;
    private final String authorization;

    ServiceClient(URI service, String account, String password) {
        this.service = service;
        this.account = account;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refused if the service is not there, or does not know this name with this password */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** @throws Refused if the service is not there, or does not know this name with this password */
    public Answer post(String path, JsonNode body) {
        return send(request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(ANSWERS_WITHIN)
                .header("Authorization", authorization).header("Accept", "application/json")
                .header("Cookie", "langue=" + Words.locale().getLanguage());
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case UNAUTHORIZED -> throw new Refused(say("service.not-let-in", account, service));
                case TOO_MANY_REQUESTS -> throw new Refused(say("service.too-many-tries", account));
                default -> new Answer(answer.statusCode(), read(answer.body()));
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(service.toString(), new IOException(e));
        } catch (IOException e) {
            throw new Refused(say("service.unreachable", service, e));
        }
    }

    private JsonNode read(String body) throws IOException {
        try {
            return json.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
