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
import java.util.Optional;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Temperature;
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
                write(generator, equipment);
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

    private static void write(JsonGenerator generator, Brief.Equipment equipment) throws IOException {
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
                        equipments.add(readEquipment(parser));
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

    private static Brief.Equipment readEquipment(JsonParser parser) throws IOException, Refusal {
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
        return new Brief.Equipment(required("equipment", id), probes, doors, required("preset", preset),
                required("lowestMilliCelsius", lowest), required("highestMilliCelsius", highest), longestGap, rules);
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
                case "since" -> since = Optional.of(instant(parser.getText()));
                default -> parser.skipChildren();
            }
        }
        return new Brief.PlacedProbe(required("probe", id), required("purpose", purpose), since);
    }

    static Instant instant(String text) throws Refusal {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw Refusal.malformed("not an instant: " + text);
        }
    }

    private static <T> T required(String field, @Nullable T value) throws Refusal {
        if (value == null) {
            throw Refusal.malformed("a brief without " + field);
        }
        return value;
    }
}
