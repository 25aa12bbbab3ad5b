package org.gardefroid.alerting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * {"name":"fridge-2-8.door","severity":"warning","longestOpen":"PT5M"}],
 * "arrivals":{"silence":"PT20M","late":"PT30M","clockless":"PT15M","calibrationDays":30,"holdover":"PT8H"}}</pre>
 */
public final class EquipmentSettingsCodec {

    public static final int VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Whatever is usual, what is written has to be readable. */
    private static final ArrivalNumbers ANY = ArrivalNumbers.of(Preset.FRIDGE_2_8, SilenceRule.UNKNOWN_HOLDOVER);

    private EquipmentSettingsCodec() {}

    public static String encode(EquipmentSettings settings) {
        return encode(settings, Optional.empty());
    }

    /** With what of the service's own numbers is not as {@code usual}. */
    public static String encode(EquipmentSettings settings, ArrivalNumbers arrivals, ArrivalNumbers usual) {
        return encode(settings, arrivals.equals(usual) ? Optional.empty() : Optional.of(new Arrivals(arrivals, usual)));
    }

    private record Arrivals(ArrivalNumbers numbers, ArrivalNumbers usual) {}

    private static String encode(EquipmentSettings settings, Optional<Arrivals> arrivals) {
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
            if (arrivals.isPresent()) {
                json.writeFieldName("arrivals");
                arrivals.get().numbers.write(json, arrivals.get().usual);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    public static EquipmentSettings decode(String text) {
        JsonObject json = JsonObject.parse(text)
                .only(Set.of("version", "equipment", "longestGap", "probes", "rules", "arrivals"));
        if (json.integer("version") != VERSION) {
            throw new JsonProblem("version", json.integer("version") + " n’est pas connue ici ; c’est " + VERSION,
                    json.integer("version") + " is not spoken here, but " + VERSION);
        }
        List<WatchedProbe> probes = new ArrayList<>();
        for (JsonObject probe : json.objects("probes")) {
            probes.add(new WatchedProbe(probe.only(Set.of("probe", "purpose")).as("probe", ProbeId::new),
                    probe.as("purpose", ProbePurpose::ofCode)));
        }
        List<Rule> rules = rules(json);
        arrivals(json, ANY);
        return json.problem("equipment", () -> new EquipmentSettings(json.as("equipment", EquipmentId::new), probes,
                json.duration("longestGap"), rules));
    }

    /**
     * What the same document says of the service's own numbers.
     *
     * @param usual what it does not name
     */
    public static ArrivalNumbers decodeArrivals(String text, ArrivalNumbers usual) {
        return arrivals(JsonObject.parse(text), usual);
    }

    private static ArrivalNumbers arrivals(JsonObject json, ArrivalNumbers usual) {
        return json.has("arrivals")
                ? json.problem("arrivals", () -> ArrivalNumbers.read(json.object("arrivals"), usual))
                : usual;
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
