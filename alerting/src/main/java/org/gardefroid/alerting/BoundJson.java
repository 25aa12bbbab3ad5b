package org.gardefroid.alerting;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.telemetry.json.JsonProblem;

/** Within a document, for ever: a bound as {@code {"above": 8000}}, in thousandths of a degree. */
public final class BoundJson {

    private BoundJson() {}

    public static void write(JsonGenerator json, String name, Bound bound) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField(bound.word(), bound.limit().milliCelsius());
        json.writeEndObject();
    }

    public static Bound read(JsonObject json) {
        String word = Bound.WORDS.stream().filter(json::has).findFirst()
                .orElseThrow(() -> new JsonProblem("", "une limite est l’une de " + Bound.WORDS,
                        "a bound must be one of " + Bound.WORDS));
        return json.problem(word, () -> Bound.of(word, new Temperature(json.integer(word))));
    }
}
