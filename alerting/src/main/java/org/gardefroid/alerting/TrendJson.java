package org.gardefroid.alerting;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.json.JsonObject;

/** A {@link Trend} within a state's document. */
final class TrendJson {

    private TrendJson() {}

    static void write(JsonGenerator json, Trend trend) throws IOException {
        json.writeStartObject();
        json.writeStringField("probe", trend.probe().value());
        json.writeArrayFieldStart("points");
        for (Trend.Point point : trend.points()) {
            json.writeStartObject();
            EquipmentStateCodec.write(json, "at", point.at());
            json.writeNumberField("milliCelsius", point.milliCelsius());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static Trend read(JsonObject json) {
        List<Trend.Point> points = new ArrayList<>();
        for (JsonObject point : json.objects("points")) {
            points.add(new Trend.Point(point.instant("at"), point.integer("milliCelsius")));
        }
        return new Trend(json.as("probe", ProbeId::new), points);
    }
}
