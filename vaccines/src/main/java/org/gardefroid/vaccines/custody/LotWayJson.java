package org.gardefroid.vaccines.custody;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.MeanKineticTemperature;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.custody.Arrival.Spent;

/** A lot's way as the brief tells it. Members that are not known are passed over: a newer service may say more. */
public final class LotWayJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** A brief tells the instant at which a label ends, and no day. */
    private static final LabelReader LABELS = new LabelReader(ZoneOffset.UTC);

    private LotWayJson() {}

    public static String write(LotWay way) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("lot", way.lot().name());
            text(json, "product", way.label().product());
            text(json, "gtin", way.label().gtin());
            text(json, "lotNumber", way.label().lotNumber());
            text(json, "expiry", way.label().expiry());
            json.writeNumberField("doses", way.doses());
            text(json, "thawedAt", way.arrival().thawedAt());
            opening(json, way.arrival().openingExposure());
            if (!way.thawings().isEmpty()) {
                json.writeArrayFieldStart("thawings");
                for (Instant at : way.thawings()) {
                    json.writeString(at.toString());
                }
                json.writeEndArray();
            }
            json.writeArrayFieldStart("stays");
            for (LotWay.Stay stay : way.stays()) {
                stay(json, stay);
            }
            json.writeEndArray();
            text(json, "until", way.until());
            if (way.condemned().isPresent()) {
                json.writeObjectFieldStart("condemned");
                json.writeStringField("at", way.condemned().get().at().toString());
                json.writeStringField("by", way.condemned().get().by());
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static void text(JsonGenerator json, String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get().toString());
        }
    }

    private static void opening(JsonGenerator json, Optional<List<Spent>> opening) throws IOException {
        if (opening.isPresent()) {
            json.writeArrayFieldStart("opening");
            for (Spent spent : opening.get()) {
                json.writeStartObject();
                span(json, spent.seen());
                json.writeNumberField("leastSeconds", spent.time().least().toSeconds());
                json.writeNumberField("mostSeconds", spent.time().most().toSeconds());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void stay(JsonGenerator json, LotWay.Stay stay) throws IOException {
        json.writeStartObject();
        json.writeStringField("equipment", stay.equipment().name());
        json.writeStringField("since", stay.since().toString());
        if (!stay.seen().isEmpty()) {
            json.writeArrayFieldStart("seen");
            for (Run run : stay.seen()) {
                json.writeStartObject();
                json.writeStringField("from", run.from().toString());
                json.writeStringField("to", run.to().toString());
                span(json, run.seen());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void span(JsonGenerator json, Span seen) throws IOException {
        json.writeNumberField("lowestMilliCelsius", seen.coldest().milliCelsius());
        json.writeNumberField("highestMilliCelsius", seen.warmest().milliCelsius());
    }

    /** @throws org.gardefroid.telemetry.json.JsonProblem that names the member, its value and what it should be */
    public static LotWay read(String document) {
        JsonObject json = JsonObject.parse(document);
        ContainerId lot = json.as("lot", name -> new ContainerId(ContainerId.Kind.LOT, name));
        List<LotWay.Stay> stays = new ArrayList<>();
        for (JsonObject stay : json.objects("stays")) {
            PlaceId equipment = stay.as("equipment", PlaceId::new);
            stays.add(new LotWay.Stay(equipment, stay.instant("since"),
                    stay.has("seen")
                            ? stay.objects("seen").stream().map(run -> run(run, equipment)).toList()
                            : List.of()));
        }
        Arrival arrival = new Arrival(Optional.of(json.integer("doses")), instant(json, "thawedAt"),
                json.has("opening")
                        ? Optional.of(json.objects("opening").stream().map(LotWayJson::spent).toList())
                        : Optional.empty());
        return json.problem("stays", () -> new LotWay(lot, LABELS.read(json, lot), arrival,
                json.integer("doses"), thawings(json), stays, instant(json, "until"), condemned(json)));
    }

    private static Optional<LotWay.Condemned> condemned(JsonObject json) {
        if (!json.has("condemned")) {
            return Optional.empty();
        }
        JsonObject signed = json.object("condemned");
        return Optional.of(new LotWay.Condemned(signed.instant("at"), signed.text("by")));
    }

    private static List<Instant> thawings(JsonObject json) {
        try {
            return json.has("thawings") ? json.texts("thawings").stream().map(Instant::parse).toList() : List.of();
        } catch (DateTimeException e) {
            throw new JsonProblem("thawings", "valeur refusée : " + e.getMessage(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Optional<Instant> instant(JsonObject json, String name) {
        return json.has(name) ? Optional.of(json.instant(name)) : Optional.empty();
    }

    private static Run run(JsonObject json, PlaceId where) {
        Span seen = span(json);
        return json.problem("to", () -> new Run(where, json.instant("from"), json.instant("to"), seen,
                MeanKineticTemperature.AS_USP.ageing(seen.middle())));
    }

    private static Spent spent(JsonObject json) {
        return json.problem("mostSeconds", () -> new Spent(span(json),
                new Interval(seconds(json, "leastSeconds"), seconds(json, "mostSeconds"))));
    }

    private static Duration seconds(JsonObject json, String name) {
        return Duration.ofSeconds(json.integer(name));
    }

    private static Span span(JsonObject json) {
        return json.problem("highestMilliCelsius",
                () -> new Span(new Temperature(json.integer("lowestMilliCelsius")),
                        new Temperature(json.integer("highestMilliCelsius"))));
    }
}
