package org.gardefroid.vaccines;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.ProductProfile.Precaution;
import org.gardefroid.vaccines.ProductProfile.Validation;

/**
 * Reads a profile from the JSON that a pharmacist reads and signs: temperatures in °C, times as ISO 8601 ({@code PT8H},
 * {@code P30D}). Refuses what it does not know, naming its place, so that a misspelt limit is not a missing one.
 */
public final class ProfileReader {

    public static final int FORMAT = 1;

    private static final Set<String> MEMBERS = Set.of("format", "product", "revision", "revised", "source",
            "validation", "name", "gtins", "dosesPerVial", "storage", "inUse", "tolerance", "precautions", "contact",
            "notes");

    private ProfileReader() {}

    /** @throws JsonProblem that names the member, its value and what it should be */
    public static ProductProfile read(String document) {
        JsonObject json = JsonObject.parse(document).only(MEMBERS);
        if (json.integer("format") != FORMAT) {
            throw new JsonProblem("format: " + json.integer("format") + " is not known here, but " + FORMAT);
        }
        JsonObject name = json.object("name").only(Set.of("fr", "en"));
        List<Gtin> gtins = new ArrayList<>();
        for (String gtin : json.texts("gtins")) {
            gtins.add(json.problem("gtins", () -> new Gtin(gtin)));
        }
        TemperatureBand storage = band(json, "storage");
        Map<VialStep, InUse> inUse = inUse(json);
        return json.problem("product", () -> new ProductProfile(json.as("product", ProductId::new),
                json.integer("revision"), json.date("revised"), json.text("source"),
                json.optionalObject("validation").map(ProfileReader::validation), name.text("fr"), name.text("en"),
                gtins, json.has("dosesPerVial") ? Optional.of(json.integer("dosesPerVial")) : Optional.empty(),
                storage, inUse, json.has("tolerance") ? Optional.of(positive(json, "tolerance")) : Optional.empty(),
                precautions(json), json.optionalText("contact")));
    }

    private static Map<VialStep, InUse> inUse(JsonObject json) {
        Map<VialStep, InUse> inUse = new EnumMap<>(VialStep.class);
        for (JsonObject each : json.objects("inUse")) {
            VialStep step = each.only(Set.of("after", "lasts", "band", "countsFrom")).as("after", Steps::ofCode);
            InUse meaning;
            if (each.has("countsFrom")) {
                each.only(Set.of("after", "countsFrom"));
                meaning = new InUse.CountsFrom(each.as("countsFrom", Steps::ofCode));
            } else {
                meaning = new InUse.Lasts(positive(each, "lasts"), band(each, "band"));
            }
            if (inUse.put(step, meaning) != null) {
                throw new JsonProblem("inUse: " + step.code() + " is there twice");
            }
        }
        return inUse;
    }

    private static Duration positive(JsonObject json, String name) {
        Duration duration = json.duration(name);
        return json.problem(name, () -> {
            if (duration.compareTo(Duration.ZERO) <= 0) {
                throw new IllegalArgumentException("must be more than nothing: " + duration);
            }
            return duration;
        });
    }

    private static TemperatureBand band(JsonObject json, String name) {
        JsonObject band = json.object(name).only(Set.of("lowest", "highest"));
        return json.problem(name, () -> new TemperatureBand(celsius(band, "lowest"), celsius(band, "highest")));
    }

    private static Temperature celsius(JsonObject json, String name) {
        BigDecimal celsius = json.decimal(name);
        return json.problem(name, () -> {
            try {
                return new Temperature(celsius.movePointRight(3).intValueExact());
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("not in whole thousandths of a degree: " + celsius, e);
            }
        });
    }

    private static Validation validation(JsonObject json) {
        json.only(Set.of("by", "on"));
        return new Validation(json.text("by"), json.date("on"));
    }

    private static List<Precaution> precautions(JsonObject json) {
        List<Precaution> precautions = new ArrayList<>();
        for (String text : json.texts("precautions")) {
            precautions.add(json.problem("precautions",
                    () -> Precaution.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'))));
        }
        return precautions;
    }
}
