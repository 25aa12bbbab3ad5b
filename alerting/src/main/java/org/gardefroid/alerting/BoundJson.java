package org.gardefroid.alerting;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.function.Function;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.telemetry.json.JsonProblem;

/** A bound as {@code {"above": 8000}}, in thousandths of a degree. */
final class BoundJson {

    private BoundJson() {}

    static void write(JsonGenerator json, String name, Bound bound) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField(switch (bound) {
            case Bound.Above above -> "above";
            case Bound.Below below -> "below";
            case Bound.AtOrBelow atOrBelow -> "atOrBelow";
        }, bound.limit().milliCelsius());
        json.writeEndObject();
    }

    static Bound read(JsonObject json) {
        if (json.has("above")) {
            return read(json, "above", Bound.Above::new);
        }
        if (json.has("below")) {
            return read(json, "below", Bound.Below::new);
        }
        if (json.has("atOrBelow")) {
            return read(json, "atOrBelow", Bound.AtOrBelow::new);
        }
        throw new JsonProblem("a bound must be above, below or atOrBelow");
    }

    private static Bound read(JsonObject json, String name, Function<Temperature, Bound> bound) {
        return json.problem(name, () -> bound.apply(new Temperature(json.integer(name))));
    }
}
