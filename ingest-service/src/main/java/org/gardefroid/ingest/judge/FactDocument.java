package org.gardefroid.ingest.judge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.Excursion;
import org.gardefroid.alerting.Fact;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.json.JsonObject;

/** What the table of facts has no columns for. The words are for ever. */
final class FactDocument {

    private static final JsonFactory JSON = new JsonFactory();

    private FactDocument() {}

    static String of(Fact fact) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("cause", fact.cause().code());
            json.writeStringField("part", fact.id().subject().part());
            json.writeStringField("severity", fact.severity().name().toLowerCase(Locale.ROOT));
            if (fact instanceof Excursion excursion) {
                json.writeObjectFieldStart("bound");
                json.writeNumberField(word(excursion.bound()), excursion.bound().limit().milliCelsius());
                json.writeEndObject();
                json.writeStringField("unobserved", excursion.unobserved().toString());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    static Bound bound(JsonObject document) {
        JsonObject bound = document.object("bound");
        return limit(bound, "above").<Bound>map(Bound.Above::new)
                .or(() -> limit(bound, "below").map(Bound.Below::new))
                .or(() -> limit(bound, "atOrBelow").map(Bound.AtOrBelow::new)).orElseThrow();
    }

    private static Optional<Temperature> limit(JsonObject bound, String word) {
        return bound.has(word) ? Optional.of(new Temperature(bound.integer(word))) : Optional.empty();
    }

    private static String word(Bound bound) {
        return switch (bound) {
            case Bound.Above above -> "above";
            case Bound.Below below -> "below";
            case Bound.AtOrBelow atOrBelow -> "atOrBelow";
        };
    }
}
