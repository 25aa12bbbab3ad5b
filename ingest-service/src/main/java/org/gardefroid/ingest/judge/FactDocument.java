package org.gardefroid.ingest.judge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.BoundJson;
import org.gardefroid.alerting.CumulativeExcursion;
import org.gardefroid.alerting.Excursion;
import org.gardefroid.alerting.Fact;
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
                BoundJson.write(json, "bound", excursion.bound());
                json.writeStringField("unobserved", excursion.unobserved().toString());
            } else if (fact instanceof CumulativeExcursion excursion) {
                BoundJson.write(json, "bound", excursion.bound());
                json.writeStringField("timeOut", excursion.timeOut().toString());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    static Bound bound(JsonObject document) {
        return BoundJson.read(document.object("bound"));
    }
}
