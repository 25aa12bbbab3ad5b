package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.jspecify.annotations.Nullable;

/** The vials of a brief: {@code [{"vial", "product", "lot", "elsewhere": [{"step", "at", "equipment"}, …]}, …]}. */
final class BriefVials {

    private BriefVials() {}

    static void write(JsonGenerator generator, List<Brief.LabelledVial> vials) throws IOException {
        generator.writeStartArray();
        for (Brief.LabelledVial vial : vials) {
            generator.writeStartObject();
            generator.writeStringField("vial", vial.vial().value());
            generator.writeStringField("product", vial.product().value());
            generator.writeStringField("lot", vial.lot().value());
            if (!vial.elsewhere().isEmpty()) {
                generator.writeArrayFieldStart("elsewhere");
                for (Brief.Handling handling : vial.elsewhere()) {
                    generator.writeStartObject();
                    generator.writeStringField("step", handling.step().code());
                    generator.writeStringField("at", handling.at().toString());
                    generator.writeStringField("equipment", handling.equipment().value());
                    generator.writeEndObject();
                }
                generator.writeEndArray();
            }
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    static List<Brief.LabelledVial> read(JsonParser parser) throws IOException, Refusal {
        CborMessages.expect(parser, JsonToken.START_ARRAY);
        List<Brief.LabelledVial> vials = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            List<Brief.Handling> elsewhere = new ArrayList<>();
            Map<String, String> texts = texts(parser, elsewhere);
            vials.add(new Brief.LabelledVial(new VialId(required("vial", texts)),
                    new ProductId(required("product", texts)), new LotNumber(required("lot", texts)), elsewhere));
        }
        return vials;
    }

    /** The fields of an object that are texts; its list, if it has one, is read into {@code elsewhere}. */
    private static Map<String, String> texts(JsonParser parser, @Nullable List<Brief.Handling> elsewhere)
            throws IOException, Refusal {
        CborMessages.expect(parser, JsonToken.START_OBJECT);
        Map<String, String> texts = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("elsewhere") && elsewhere != null) {
                CborMessages.expect(parser, JsonToken.START_ARRAY);
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elsewhere.add(handling(texts(parser, null)));
                }
            } else if (value == JsonToken.VALUE_STRING) {
                texts.put(field, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return texts;
    }

    private static Brief.Handling handling(Map<String, String> texts) throws Refusal {
        String step = required("step", texts);
        Instant at = BriefCodec.instant(required("at", texts));
        return new Brief.Handling(VialStep.ofCode(step)
                .orElseThrow(() -> new Refusal(Rejection.UNKNOWN_NAME, "no such step: " + step)), at,
                new EquipmentId(required("equipment", texts)));
    }

    private static String required(String field, Map<String, String> texts) throws Refusal {
        String text = texts.get(field);
        if (text == null) {
            throw Refusal.malformed("a vial of a brief without " + field);
        }
        return text;
    }
}
