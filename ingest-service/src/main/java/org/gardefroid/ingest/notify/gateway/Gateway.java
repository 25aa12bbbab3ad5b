package org.gardefroid.ingest.notify.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gardefroid.ingest.notify.Delivery;
import org.gardefroid.ingest.registry.Documents;

/**
 * One provider of short messages or calls. The same message carries the same key in {@code Idempotency-Key}, however often it is
 * sent. No redirect is followed: what it says to whom is not for others.
 */
public final class Gateway {

    private final Template template;
    private final Map<String, String> values;
    private final Map<String, Path> secrets;
    private final Duration timeout;
    private final HttpClient client;

    /**
     * @param values what the template's placeholders stand for
     * @param secrets the same, each in a file that is read again for each message, so that a new one needs no restart
     */
    Gateway(Template template, Map<String, String> values, Map<String, Path> secrets, Duration timeout) {
        this.template = template;
        this.values = Map.copyOf(values);
        this.secrets = Map.copyOf(secrets);
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1).build();
    }

    public Delivery send(Outgoing message, Instant now) {
        HttpRequest request;
        try {
            request = request(message, now);
        } catch (IOException | IllegalArgumentException e) {
            return new Delivery.Later("gateway not set up: " + e.getMessage());
        }
        return HttpAnswer.to(client, request, template.refused(), this::read, now);
    }

    private Delivery read(String body, String said) {
        Optional<Map<?, ?>> answer = Documents.parse(body);
        if (template.accepted().isEmpty()
                || answer.flatMap(map -> Documents.at(map, template.accepted().get())).isPresent()) {
            return new Delivery.Accepted(said);
        }
        return template.notAccepted().isPresent()
                && answer.flatMap(map -> Documents.at(map, template.notAccepted().get())).isPresent()
                        ? new Delivery.Refused(said)
                        : new Delivery.Ambiguous(said);
    }

    private HttpRequest request(Outgoing message, Instant now) throws IOException {
        Map<String, String> all = new HashMap<>(values);
        for (Map.Entry<String, Path> secret : secrets.entrySet()) {
            all.put(secret.getKey(), Files.readString(secret.getValue()).strip());
        }
        all.putAll(Map.of("to", message.to(), "text", message.text(), "key", message.key(), "language",
                message.language(), "locale", message.language().equals("fr") ? "fr-FR" : "en-GB", "answer",
                message.answer()));
        Placeholders places = new Placeholders(all);
        String url = places.in(template.url());
        String body = template.form().isPresent()
                ? form((Map<?, ?>) places.in((Object) template.form().get()))
                : Documents.json((Map<?, ?>) places.in((Object) template.json().orElse(Map.of())));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(timeout)
                .header("Content-Type",
                        template.form().isPresent() ? "application/x-www-form-urlencoded" : "application/json")
                .header("Idempotency-Key", message.key())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        template.headers().forEach((name, value) -> request.header(name.toString(), places.in(value.toString())));
        List<?> pair = template.basic();
        if (pair.size() == 2) {
            String both = places.value(false, pair.get(0).toString()) + ":"
                    + places.value(false, pair.get(1).toString());
            request.header("Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        if (template.signature().filter("ovh"::equals).isPresent()) {
            Signatures.ovh(places, "POST", url, body, now).forEach(request::header);
        }
        return request.build();
    }

    private static String form(Map<?, ?> fields) {
        return fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }
}
