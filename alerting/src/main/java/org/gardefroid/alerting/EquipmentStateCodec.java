package org.gardefroid.alerting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.ExcursionState.Confirmed;
import org.gardefroid.alerting.ExcursionState.InRange;
import org.gardefroid.alerting.ExcursionState.Suspected;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.json.JsonObject;

/**
 * A state as JSON, for checkpoints. A state of another version of this code is no state: it is made again from the
 * records, so no old version is ever read.
 */
public final class EquipmentStateCodec {

    /** Changes with the meaning or the form of anything below. */
    public static final int VERSION = 6;

    private static final JsonFactory FACTORY = new JsonFactory();

    private EquipmentStateCodec() {}

    public static String encode(EquipmentState state) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("equipment", state.equipment().value());
            write(json, "judgedUpTo", state.judgedUpTo());
            json.writeArrayFieldStart("probes");
            for (ProbeState probe : state.probes()) {
                write(json, probe);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("conditions");
            for (Condition condition : state.conditions()) {
                ConditionJson.write(json, condition);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("doorCounts");
            for (DoorCount count : state.doorCounts()) {
                ConditionJson.write(json, count);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("trends");
            for (Trend trend : state.trends()) {
                TrendJson.write(json, trend);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    /** The state, or nothing where another version has written it. */
    public static Optional<EquipmentState> decode(String text) {
        JsonObject json = JsonObject.parse(text);
        if (json.integer("version") != VERSION) {
            return Optional.empty();
        }
        EquipmentId equipment = json.as("equipment", EquipmentId::new);
        List<ProbeState> probes = new ArrayList<>();
        for (JsonObject probe : json.objects("probes")) {
            probes.add(probe(equipment, probe));
        }
        List<Condition> conditions = new ArrayList<>();
        for (JsonObject condition : json.objects("conditions")) {
            conditions.add(ConditionJson.read(equipment, condition));
        }
        List<DoorCount> counts = new ArrayList<>();
        for (JsonObject count : json.objects("doorCounts")) {
            counts.add(ConditionJson.readCount(equipment, count));
        }
        List<Trend> trends = new ArrayList<>();
        for (JsonObject trend : json.objects("trends")) {
            trends.add(TrendJson.read(trend));
        }
        return Optional.of(new EquipmentState(equipment, json.instant("judgedUpTo"), List.copyOf(probes),
                List.copyOf(conditions), List.copyOf(counts), List.copyOf(trends)));
    }

    private static void write(JsonGenerator json, ProbeState probe) throws IOException {
        json.writeStartObject();
        json.writeStringField("probe", probe.probe().value());
        write(json, "lastTemperatureAt", probe.lastTemperatureAt());
        json.writeNumberField("last", probe.last().milliCelsius());
        write(json, "steadySince", probe.steadySince());
        json.writeBooleanField("steady", probe.isSteady());
        write(json, "gapAt", probe.gapAt());
        json.writeBooleanField("gapTold", probe.gapTold());
        json.writeArrayFieldStart("runs");
        for (Run run : probe.runs()) {
            json.writeStartObject();
            json.writeStringField("rule", run.rule().value());
            switch (run.state()) {
                case InRange inRange -> throw new IllegalStateException("what is in range is no run: " + run);
                case Suspected suspected -> write(json, suspected);
                case Confirmed(Excursion excursion, Instant unbroken) ->
                    write(json, "confirmed", excursion, "unbrokenSince", unbroken);
                case ExcursionState.Returning(Excursion excursion, Instant since) ->
                    write(json, "returning", excursion, "inRangeSince", since);
                case Tally tally -> TallyJson.write(json, tally);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Suspected run) throws IOException {
        json.writeObjectFieldStart("suspected");
        write(json, "since", run.since());
        write(json, "unbrokenSince", run.unbrokenSince());
        json.writeStringField("unobserved", run.unobserved().toString());
        json.writeNumberField("worst", run.worst().milliCelsius());
        write(json, "worstAt", run.worstAt());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String state, Excursion excursion, String last, Instant at)
            throws IOException {
        json.writeObjectFieldStart(state);
        write(json, "since", excursion.id().since());
        BoundJson.write(json, "bound", excursion.bound());
        json.writeStringField("severity", excursion.severity().name());
        json.writeStringField("certainty", excursion.certainty().name());
        write(json, "confirmedAt", excursion.confirmedAt());
        json.writeNumberField("worst", excursion.worst().milliCelsius());
        write(json, "worstAt", excursion.worstAt());
        json.writeStringField("unobserved", excursion.unobserved().toString());
        write(json, last, at);
        json.writeEndObject();
    }

    private static ProbeState probe(EquipmentId equipment, JsonObject json) {
        ProbeId probe = json.as("probe", ProbeId::new);
        List<Run> runs = new ArrayList<>();
        for (JsonObject run : json.objects("runs")) {
            RuleName rule = run.as("rule", RuleName::new);
            runs.add(new Run(rule, state(new Subject.ProbeIn(equipment, probe), rule, run)));
        }
        return new ProbeState(probe, json.instant("lastTemperatureAt"), new Temperature(json.integer("last")),
                json.instant("steadySince"), json.flag("steady"), json.instant("gapAt"), json.flag("gapTold"), runs);
    }

    private static RunState state(Subject subject, RuleName rule, JsonObject run) {
        if (run.has("suspected")) {
            return suspected(run.object("suspected"));
        }
        if (run.has("tally")) {
            return TallyJson.read(run.object("tally"));
        }
        if (run.has("returning")) {
            JsonObject returning = run.object("returning");
            return new ExcursionState.Returning(excursion(subject, rule, returning), returning.instant("inRangeSince"));
        }
        JsonObject confirmed = run.object("confirmed");
        return new Confirmed(excursion(subject, rule, confirmed), confirmed.instant("unbrokenSince"));
    }

    private static ExcursionState suspected(JsonObject json) {
        return new Suspected(json.instant("since"), json.instant("unbrokenSince"), json.duration("unobserved"),
                new Temperature(json.integer("worst")), json.instant("worstAt"));
    }

    private static Excursion excursion(Subject subject, RuleName rule, JsonObject json) {
        return new Excursion(new FactId(subject, rule, json.instant("since")),
                BoundJson.read(json.object("bound")), json.as("severity", Severity::valueOf),
                json.as("certainty", Certainty::valueOf), json.instant("confirmedAt"), Optional.empty(),
                new Temperature(json.integer("worst")), json.instant("worstAt"), json.duration("unobserved"));
    }

    static void write(JsonGenerator json, String name, Instant at) throws IOException {
        json.writeStringField(name, at.toString());
    }
}
