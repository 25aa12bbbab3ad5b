package org.gardefroid.alerting;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Set;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.telemetry.json.JsonProblem;

/** A rule within settings; which kind it is stands in the names of its numbers. */
final class RuleJson {

    private RuleJson() {}

    static void write(JsonGenerator json, Rule rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", rule.name().value());
        json.writeStringField("severity", EquipmentSettingsCodec.lower(rule.severity()));
        switch (rule) {
            case ExcursionRule excursion -> {
                BoundJson.write(json, "bound", excursion.bound());
                json.writeStringField("delay", excursion.delay().toString());
                if (excursion.hysteresisMilliCelsius() > 0) {
                    json.writeNumberField("hysteresis", excursion.hysteresisMilliCelsius());
                }
            }
            case CumulativeRule cumulative -> write(json, cumulative);
            case DoorRule door -> json.writeStringField("longestOpen", door.longestOpen().toString());
            case DoorCountRule door -> {
                json.writeNumberField("mostOpenings", door.most());
                json.writeStringField("within", door.within().toString());
            }
            case LastingRule lasting -> {
                json.writeStringField("lasting", lasting.cause().code());
                json.writeStringField("longest", lasting.longest().toString());
            }
            case RateRule rate -> {
                json.writeNumberField("mostPerHour", rate.mostMilliCelsiusPerHour());
                json.writeStringField("over", rate.over().toString());
            }
            case ForecastRule forecast -> {
                BoundJson.write(json, "crosses", forecast.bound());
                json.writeStringField("within", forecast.within().toString());
                json.writeStringField("over", forecast.over().toString());
            }
            case BatteryRule battery -> {
                json.writeNumberField("lowestPercent", battery.lowestPercent());
                json.writeStringField("leastLeft", battery.leastLeft().toString());
            }
            case ShockRule shock -> json.writeStringField("quiet", shock.quiet().toString());
            case StuckRule stuck -> json.writeStringField("longestSame", stuck.longest().toString());
            case DisagreementRule apart -> {
                json.writeNumberField("mostApart", apart.mostMilliCelsius());
                json.writeStringField("longest", apart.longest().toString());
            }
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, CumulativeRule rule) throws IOException {
        BoundJson.write(json, "bound", rule.bound());
        json.writeStringField("limit", rule.limit().toString());
        switch (rule.span()) {
            case CumulativeSpan.Life life -> json.writeStringField("per", "life");
            case CumulativeSpan.Mission mission -> json.writeStringField("per", "mission");
            case CumulativeSpan.Day day -> {
                json.writeStringField("per", "day");
                json.writeStringField("zone", day.zone().getId());
            }
        }
    }

    static Rule read(JsonObject json) {
        RuleName name = json.as("name", RuleName::new);
        Severity severity = json.as("severity", text -> Severity.valueOf(EquipmentSettingsCodec.upper(text)));
        if (json.has("longestOpen")) {
            only(json, "longestOpen");
            return json.problem("longestOpen", () -> new DoorRule(name, severity, json.duration("longestOpen")));
        }
        if (json.has("mostOpenings")) {
            only(json, "mostOpenings", "within");
            return json.problem("mostOpenings",
                    () -> new DoorCountRule(name, severity, json.integer("mostOpenings"), json.duration("within")));
        }
        if (json.has("lasting")) {
            only(json, "lasting", "longest");
            return json.problem("lasting", () -> new LastingRule(name, severity, json.as("lasting", Cause::ofCode),
                    json.duration("longest")));
        }
        if (json.has("longestSame")) {
            only(json, "longestSame");
            return json.problem("longestSame", () -> new StuckRule(name, severity, json.duration("longestSame")));
        }
        if (json.has("mostApart")) {
            only(json, "mostApart", "longest");
            return json.problem("mostApart",
                    () -> new DisagreementRule(name, severity, json.integer("mostApart"), json.duration("longest")));
        }
        if (json.has("mostPerHour")) {
            only(json, "mostPerHour", "over");
            return json.problem("mostPerHour",
                    () -> new RateRule(name, severity, json.integer("mostPerHour"), json.duration("over")));
        }
        if (json.has("lowestPercent")) {
            only(json, "lowestPercent", "leastLeft");
            return json.problem("lowestPercent", () -> new BatteryRule(name, severity, json.integer("lowestPercent"),
                    json.duration("leastLeft")));
        }
        if (json.has("quiet")) {
            only(json, "quiet");
            return json.problem("quiet", () -> new ShockRule(name, severity, json.duration("quiet")));
        }
        if (json.has("crosses")) {
            only(json, "crosses", "within", "over");
            Bound bound = BoundJson.read(json.object("crosses"));
            return json.problem("within", () -> new ForecastRule(name, severity, bound, json.duration("within"),
                    json.duration("over")));
        }
        return json.has("limit") ? cumulative(json, name, severity) : excursion(json, name, severity);
    }

    private static void only(JsonObject json, String first, String... others) {
        Set<String> names = new java.util.HashSet<>(Set.of("name", "severity", first));
        names.addAll(Set.of(others));
        json.only(names);
    }

    private static Rule excursion(JsonObject json, RuleName name, Severity severity) {
        only(json, "bound", "delay", "hysteresis");
        Bound bound = BoundJson.read(json.object("bound"));
        int hysteresis = json.has("hysteresis") ? json.integer("hysteresis") : 0;
        return json.problem("delay",
                () -> new ExcursionRule(name, severity, bound, json.duration("delay"), hysteresis));
    }

    private static Rule cumulative(JsonObject json, RuleName name, Severity severity) {
        only(json, "bound", "limit", "per", "zone");
        CumulativeSpan span = switch (json.text("per")) {
            case "life" -> new CumulativeSpan.Life();
            case "mission" -> new CumulativeSpan.Mission();
            case "day" -> new CumulativeSpan.Day(json.as("zone", ZoneId::of));
            default -> throw new JsonProblem("per",
                    "une somme est par life, par mission ou par day, et non par " + json.text("per"),
                    "a sum is per life, per mission or per day, and not per " + json.text("per"));
        };
        Bound bound = BoundJson.read(json.object("bound"));
        return json.problem("limit", () -> new CumulativeRule(name, severity, bound, json.duration("limit"), span));
    }
}
