package org.gardefroid.alerting;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.json.JsonObject;

/** A {@link Tally} within a state's document. */
final class TallyJson {

    private TallyJson() {}

    static void write(JsonGenerator json, Tally tally) throws IOException {
        json.writeObjectFieldStart("tally");
        BoundJson.write(json, "bound", tally.bound());
        json.writeStringField("severity", tally.severity().name());
        EquipmentStateCodec.write(json, "since", tally.since());
        json.writeBooleanField("own", tally.hasOwn());
        json.writeStringField("sum", tally.sum().toString());
        json.writeStringField("told", tally.told().toString());
        EquipmentStateCodec.write(json, "countedUpTo", tally.countedUpTo());
        json.writeNumberField("held", tally.held().milliCelsius());
        json.writeBooleanField("out", tally.isOut());
        json.writeNumberField("worst", tally.worst().milliCelsius());
        EquipmentStateCodec.write(json, "worstAt", tally.worstAt());
        if (tally.confirmedAt().isPresent()) {
            EquipmentStateCodec.write(json, "confirmedAt", tally.confirmedAt().get());
        }
        if (tally.endedAt().isPresent()) {
            EquipmentStateCodec.write(json, "endedAt", tally.endedAt().get());
        }
        json.writeEndObject();
    }

    static Tally read(JsonObject json) {
        return new Tally(BoundJson.read(json.object("bound")), json.as("severity", Severity::valueOf),
                json.instant("since"), json.flag("own"), json.duration("sum"), json.duration("told"),
                json.instant("countedUpTo"),
                new Temperature(json.integer("held")), json.flag("out"), new Temperature(json.integer("worst")),
                json.instant("worstAt"), instant(json, "confirmedAt"), instant(json, "endedAt"));
    }

    private static Optional<Instant> instant(JsonObject json, String name) {
        return json.has(name) ? Optional.of(json.instant(name)) : Optional.empty();
    }
}
