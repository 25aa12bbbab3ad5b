package org.gardefroid.vaccines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.json.JsonObject;

/** A state as JSON. A state of another version of this code is made again from the vial's events. */
public final class DoseStateCodec {

    /** Changes with the meaning or the form of anything below. */
    public static final int VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private DoseStateCodec() {}

    public static String encode(DoseState state) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("vial", state.vial().value());
            json.writeStringField("product", state.product().value());
            write(json, "labelExpiry", state.labelExpiry());
            json.writeArrayFieldStart("handlings");
            for (Handling handling : state.handlings()) {
                json.writeStartObject();
                json.writeStringField("at", handling.at().toString());
                json.writeStringField("step", handling.step().code());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("undated", state.undated());
            json.writeBooleanField("mixedUp", state.mixedUp());
            json.writeStringField("now", state.now().toString());
            json.writeBooleanField("timeKnown", state.timeKnown());
            write(json, "outOfBandSince", state.outOfBandSince());
            write(json, "lastExposedAt", state.lastExposedAt());
            write(json, "heldSince", state.heldSince());
            json.writeStringField("stage", state.stage().name());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    /** The state, or nothing where another version has written it. */
    public static Optional<DoseState> decode(String text) {
        JsonObject json = JsonObject.parse(text);
        if (json.integer("version") != VERSION) {
            return Optional.empty();
        }
        return Optional.of(new DoseState(json.as("vial", VialId::new), json.as("product", ProductId::new),
                instant(json, "labelExpiry"),
                json.objects("handlings").stream().map(DoseStateCodec::handling).toList(), json.integer("undated"),
                json.flag("mixedUp"), json.instant("now"), json.flag("timeKnown"), instant(json, "outOfBandSince"),
                instant(json, "lastExposedAt"), instant(json, "heldSince"), json.as("stage", DoseStage::valueOf)));
    }

    private static Handling handling(JsonObject json) {
        return new Handling(json.instant("at"), json.as("step", Steps::ofCode));
    }

    private static void write(JsonGenerator json, String name, Optional<Instant> at) throws IOException {
        if (at.isPresent()) {
            json.writeStringField(name, at.get().toString());
        }
    }

    private static Optional<Instant> instant(JsonObject json, String name) {
        return json.has(name) ? Optional.of(json.instant(name)) : Optional.empty();
    }
}
