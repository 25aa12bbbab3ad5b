package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Temperature;
import org.jspecify.annotations.Nullable;

/** The equipments of a brief, each with its probes, its doors and the rules that it is judged by. */
final class BriefEquipments {

    private BriefEquipments() {}

    static void write(JsonGenerator generator, Brief.Equipment equipment) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("equipment", equipment.id().value());
        generator.writeArrayFieldStart("probes");
        for (Brief.PlacedProbe probe : equipment.probes()) {
            generator.writeStartObject();
            generator.writeStringField("probe", probe.id().value());
            generator.writeStringField("purpose", probe.purpose().code());
            if (probe.since().isPresent()) {
                generator.writeStringField("since", probe.since().get().toString());
            }
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeArrayFieldStart("doors");
        for (DoorId door : equipment.doors()) {
            generator.writeString(door.value());
        }
        generator.writeEndArray();
        generator.writeStringField("preset", equipment.preset());
        generator.writeNumberField("lowestMilliCelsius", equipment.lowest().milliCelsius());
        generator.writeNumberField("highestMilliCelsius", equipment.highest().milliCelsius());
        if (equipment.longestGap().isPresent()) {
            generator.writeNumberField("longestGapSeconds", equipment.longestGap().get().toSeconds());
        }
        if (equipment.rules().isPresent()) {
            generator.writeFieldName("rules");
            BriefProfiles.copy(equipment.rules().get(), generator);
        }
        generator.writeEndObject();
    }

    static Brief.Equipment read(JsonParser parser) throws IOException, Refusal {
        CborMessages.expect(parser, JsonToken.START_OBJECT);
        @Nullable
        EquipmentId id = null;
        List<Brief.PlacedProbe> probes = new ArrayList<>();
        List<DoorId> doors = new ArrayList<>();
        @Nullable
        Temperature lowest = null;
        @Nullable
        Temperature highest = null;
        @Nullable
        String preset = null;
        Optional<Duration> longestGap = Optional.empty();
        Optional<String> rules = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "equipment" -> id = new EquipmentId(parser.getText());
                case "probes" -> {
                    CborMessages.expect(parser, JsonToken.START_ARRAY);
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        probes.add(readProbe(parser));
                    }
                }
                case "doors" -> {
                    CborMessages.expect(parser, JsonToken.START_ARRAY);
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        doors.add(new DoorId(parser.getText()));
                    }
                }
                case "lowestMilliCelsius" -> lowest = new Temperature(parser.getIntValue());
                case "highestMilliCelsius" -> highest = new Temperature(parser.getIntValue());
                case "preset" -> preset = parser.getText();
                case "longestGapSeconds" -> longestGap = Optional.of(Duration.ofSeconds(parser.getLongValue()));
                case "rules" -> rules = Optional.of(BriefProfiles.copied(JsonToken.START_ARRAY, parser));
                default -> parser.skipChildren();
            }
        }
        return new Brief.Equipment(BriefCodec.required("equipment", id), probes, doors,
                BriefCodec.required("preset", preset),
                BriefCodec.required("lowestMilliCelsius", lowest), BriefCodec.required("highestMilliCelsius", highest),
                longestGap, rules);
    }

    private static Brief.PlacedProbe readProbe(JsonParser parser) throws IOException, Refusal {
        CborMessages.expect(parser, JsonToken.START_OBJECT);
        @Nullable
        ProbeId id = null;
        @Nullable
        ProbePurpose purpose = null;
        Optional<Instant> since = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "probe" -> id = new ProbeId(parser.getText());
                case "purpose" -> purpose = ProbePurpose.find(parser.getText())
                        .orElseThrow(() -> new Refusal(Rejection.UNKNOWN_NAME, "no such purpose of a probe"));
                case "since" -> since = Optional.of(BriefCodec.instant(parser.getText()));
                default -> parser.skipChildren();
            }
        }
        return new Brief.PlacedProbe(BriefCodec.required("probe", id), BriefCodec.required("purpose", purpose), since);
    }
}
