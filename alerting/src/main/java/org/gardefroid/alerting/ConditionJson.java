package org.gardefroid.alerting;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.json.JsonObject;

/** A {@link Condition} within a state's document. */
final class ConditionJson {

    private ConditionJson() {}

    static void write(JsonGenerator json, Condition condition) throws IOException {
        json.writeStartObject();
        json.writeStringField("part", condition.subject().part());
        json.writeStringField("rule", condition.rule().value());
        json.writeStringField("cause", condition.cause().code());
        json.writeStringField("severity", condition.severity().name());
        EquipmentStateCodec.write(json, "since", condition.since());
        EquipmentStateCodec.write(json, "seenAt", condition.seenAt());
        EquipmentStateCodec.write(json, "dueAt", condition.dueAt());
        json.writeBooleanField("wakes", condition.wakes());
        if (condition.confirmedAt().isPresent()) {
            EquipmentStateCodec.write(json, "confirmedAt", condition.confirmedAt().get());
        }
        json.writeEndObject();
    }

    static Condition read(EquipmentId equipment, JsonObject json) {
        Optional<Instant> confirmedAt = json.has("confirmedAt")
                ? Optional.of(json.instant("confirmedAt"))
                : Optional.empty();
        return new Condition(json.as("part", part -> Subject.of(equipment, part)), json.as("rule", RuleName::new),
                json.as("cause", Cause::ofCode), json.as("severity", Severity::valueOf), json.instant("since"),
                json.instant("seenAt"), json.instant("dueAt"), json.flag("wakes"), confirmedAt);
    }

    static void write(JsonGenerator json, DoorCount count) throws IOException {
        json.writeStartObject();
        json.writeStringField("door", count.door().value());
        json.writeStringField("rule", count.rule().value());
        json.writeBooleanField("open", count.isOpen());
        json.writeArrayFieldStart("openings");
        for (Instant opening : count.openings()) {
            json.writeString(opening.toString());
        }
        json.writeEndArray();
        if (count.often().isPresent()) {
            json.writeFieldName("often");
            write(json, count.often().get());
            EquipmentStateCodec.write(json, "calmAt", count.calmAt());
        }
        json.writeEndObject();
    }

    static DoorCount readCount(EquipmentId equipment, JsonObject json) {
        return new DoorCount(json.as("door", DoorId::new), json.as("rule", RuleName::new), json.flag("open"),
                json.texts("openings").stream().map(Instant::parse).toList(),
                json.optionalObject("often").map(often -> read(equipment, often)),
                json.has("calmAt") ? json.instant("calmAt") : Instant.MAX);
    }
}
