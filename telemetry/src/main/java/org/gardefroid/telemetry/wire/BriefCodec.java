package org.gardefroid.telemetry.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * A brief in JSON, for a person to read where it lies:
 *
 * <pre>
 *   {"version": 1, "recordSeconds": 60, "equipments": [{"equipment": "box-7",
 *     "probes": [{"probe": "box-7-product", "purpose": "product"}, …], "doors": ["box-7-lid"],
 *     "preset": "cool-box-2-8", "lowestMilliCelsius": 2000, "highestMilliCelsius": 8000}]}
 * </pre>
 *
 * with {@code "profiles": {"<product>": {…}, …}} and {@code "lots": [{…}, …]} and {@code "vials": [{…}, …]} after the equipments, where there are some. Equal briefs give equal bytes, and their SHA-256 is the brief's name. Unknown fields are passed over, so that a newer
 * service may say more to an older agent.
 */
public final class BriefCodec {

    /** More than any brief needs, and far below a broker's limit. */
    public static final int MOST_BYTES = 65_536;

    private static final int VERSION = 1;

    static final JsonFactory FORMAT = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).maxStringLength(4_096)
                    .maxNumberLength(32).maxNameLength(64).maxDocumentLength(MOST_BYTES).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private BriefCodec() {}

    public static byte[] encode(Brief brief) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = FORMAT.createGenerator(bytes)) {
            generator.writeStartObject();
            generator.writeNumberField("version", VERSION);
            generator.writeNumberField("recordSeconds", brief.recordInterval().toSeconds());
            generator.writeArrayFieldStart("equipments");
            for (Brief.Equipment equipment : brief.equipments()) {
                BriefEquipments.write(generator, equipment);
            }
            generator.writeEndArray();
            if (!brief.profiles().isEmpty()) { // without them the bytes are those of a brief that knew none
                generator.writeFieldName("profiles");
                BriefProfiles.write(generator, brief.profiles());
            }
            if (!brief.lots().isEmpty()) {
                generator.writeArrayFieldStart("lots");
                for (String lot : brief.lots()) {
                    BriefProfiles.copy(lot, generator);
                }
                generator.writeEndArray();
            }
            if (!brief.vials().isEmpty()) {
                generator.writeFieldName("vials");
                BriefVials.write(generator, brief.vials());
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    public static Decoded<Brief> decode(byte[] content) {
        if (content.length > MOST_BYTES) {
            return new Decoded.Refused<>(Rejection.TOO_LARGE,
                    content.length + " bytes; a brief has at most " + MOST_BYTES);
        }
        try (JsonParser parser = FORMAT.createParser(content)) {
            parser.nextToken();
            Brief brief = read(parser);
            if (parser.nextToken() != null) {
                throw Refusal.malformed("bytes after the end of the brief");
            }
            return new Decoded.Ok<>(brief);
        } catch (Refusal refusal) {
            return refusal.asValue();
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            return Refusal.malformed(String.valueOf(e.getMessage())).<Brief>asValue();
        }
    }

    private static Brief read(JsonParser parser) throws IOException, Refusal {
        CborMessages.expect(parser, JsonToken.START_OBJECT);
        long version = 0;
        @Nullable
        Duration interval = null;
        List<Brief.Equipment> equipments = new ArrayList<>();
        List<Brief.Profile> profiles = List.of();
        List<String> lots = new ArrayList<>();
        List<Brief.LabelledVial> vials = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "version" -> version = parser.getLongValue();
                case "recordSeconds" -> interval = Duration.ofSeconds(parser.getLongValue());
                case "equipments" -> {
                    CborMessages.expect(parser, JsonToken.START_ARRAY);
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        equipments.add(BriefEquipments.read(parser));
                    }
                }
                case "profiles" -> profiles = BriefProfiles.read(parser);
                case "vials" -> vials = BriefVials.read(parser);
                case "lots" -> {
                    CborMessages.expect(parser, JsonToken.START_ARRAY);
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        lots.add(BriefProfiles.document(parser));
                    }
                }
                default -> parser.skipChildren();
            }
        }
        if (version != VERSION) {
            throw new Refusal(Rejection.UNKNOWN_VERSION, "version " + version + " of a brief; spoken here: " + VERSION);
        }
        return new Brief(required("recordSeconds", interval), equipments, profiles, lots, vials);
    }

    static Instant instant(String text) throws Refusal {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw Refusal.malformed("not an instant: " + text);
        }
    }

    static <T> T required(String field, @Nullable T value) throws Refusal {
        if (value == null) {
            throw Refusal.malformed("a brief without " + field);
        }
        return value;
    }
}
