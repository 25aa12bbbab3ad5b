package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.ProductId;

/**
 * The profiles of a brief, each a JSON document under its product's name, and other documents in it. What a document says is not looked into here: it
 * is copied, number by number as it was written.
 */
final class BriefProfiles {

    private BriefProfiles() {}

    static void write(JsonGenerator generator, List<Brief.Profile> profiles) throws IOException {
        generator.writeStartObject();
        for (Brief.Profile profile : profiles) {
            generator.writeFieldName(profile.product().value());
            copy(profile.document(), generator);
        }
        generator.writeEndObject();
    }

    static List<Brief.Profile> read(JsonParser parser) throws IOException, Refusal {
        CborMessages.expect(parser, JsonToken.START_OBJECT);
        List<Brief.Profile> profiles = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            ProductId product = new ProductId(parser.currentName());
            parser.nextToken();
            profiles.add(new Brief.Profile(product, document(parser)));
        }
        return profiles;
    }

    static void copy(String document, JsonGenerator generator) throws IOException {
        try (JsonParser parser = BriefCodec.FORMAT.createParser(document)) {
            parser.nextToken();
            generator.copyCurrentStructureExact(parser);
        }
    }

    static String document(JsonParser parser) throws IOException, Refusal {
        return copied(JsonToken.START_OBJECT, parser);
    }

    /** @param beginning of what must stand there */
    static String copied(JsonToken beginning, JsonParser parser) throws IOException, Refusal {
        CborMessages.expect(parser, beginning);
        StringWriter document = new StringWriter();
        try (JsonGenerator copy = BriefCodec.FORMAT.createGenerator(document)) {
            copy.copyCurrentStructureExact(parser);
        }
        return document.toString();
    }
}
