package org.gardefroid.edge.enrolment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The service, as a device speaks to it that asks for a certificate: JSON there, JSON back, each small. */
final class EnrolmentService implements AutoCloseable {

    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 64 * 1_024;
    private static final JsonFactory JSON = new JsonFactory();

    private final ServiceAddress address;
    private final HttpClient client;

    EnrolmentService(ServiceAddress address) throws IOException {
        this.address = address;
        this.client = address.client(WITHIN);
    }

    /** @param path below the service's address, beginning with a slash */
    ServiceAnswer post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.url(path)).timeout(WITHIN)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json(fields)))
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MOST_BYTES);
            return new ServiceAnswer(response.statusCode(), fields(new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    private static String json(Map<String, String> fields) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    /** What is no object of ours has no fields: somebody's page of errors, or a portal's. */
    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    fields.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
            return fields;
        } catch (IOException e) {
            return Map.of();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
