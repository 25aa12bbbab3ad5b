package org.gardefroid.alerting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.telemetry.json.JsonProblem;

/**
 * Settings as JSON: in the database, and in the brief. Equal settings give equal text, so that a brief's hash changes
 * only with what it says.
 *
 * <pre>{"version":1,"equipment":"fridge-1","longestGap":"PT30M",
 * "probes":[{"probe":"top","purpose":"product"}],
 * "rules":[{"name":"fridge-2-8.high","severity":"warning","bound":{"above":8000},"delay":"PT15M"},
 * {"name":"fridge-2-8.day","severity":"warning","bound":{"above":8000},"limit":"PT10H","per":"day","zone":"Europe/Paris"},
 * {"name":"fridge-2-8.door","severity":"warning","longestOpen":"PT5M"}]}</pre>
 */
public final class EquipmentSettingsCodec {

    public static final int VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private EquipmentSettingsCodec() {}

    public static String encode(EquipmentSettings settings) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("equipment", settings.equipment().value());
            json.writeStringField("longestGap", settings.longestGap().toString());
            json.writeArrayFieldStart("probes");
            for (WatchedProbe probe : settings.probes()) {
                json.writeStartObject();
                json.writeStringField("probe", probe.probe().value());
                json.writeStringField("purpose", probe.purpose().code());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeFieldName("rules");
            write(json, settings.rules());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    public static EquipmentSettings decode(String text) {
        JsonObject json = JsonObject.parse(text).only(Set.of("version", "equipment", "longestGap", "probes", "rules"));
        if (json.integer("version") != VERSION) {
            throw new JsonProblem("version: " + json.integer("version") + " is not spoken here, but " + VERSION);
        }
        List<WatchedProbe> probes = new ArrayList<>();
        for (JsonObject probe : json.objects("probes")) {
            probes.add(new WatchedProbe(probe.only(Set.of("probe", "purpose")).as("probe", ProbeId::new),
                    probe.as("purpose", ProbePurpose::ofCode)));
        }
        List<Rule> rules = rules(json);
        return json.problem("equipment", () -> new EquipmentSettings(json.as("equipment", EquipmentId::new), probes,
                json.duration("longestGap"), rules));
    }

    /** Rules alone, as they stand in settings: a list. */
    public static String encodeRules(List<Rule> rules) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(json, rules);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException with the member that cannot be read */
    public static List<Rule> decodeRules(String list) {
        return rules(JsonObject.parse("{\"rules\":" + list + "}").only(Set.of("rules")));
    }

    private static void write(JsonGenerator json, List<Rule> rules) throws IOException {
        json.writeStartArray();
        for (Rule rule : rules) {
            RuleJson.write(json, rule);
        }
        json.writeEndArray();
    }

    private static List<Rule> rules(JsonObject json) {
        List<Rule> rules = new ArrayList<>();
        for (JsonObject rule : json.objects("rules")) {
            rules.add(RuleJson.read(rule));
        }
        return rules;
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
