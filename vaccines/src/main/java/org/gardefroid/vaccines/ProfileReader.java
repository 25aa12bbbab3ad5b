package org.gardefroid.vaccines;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.RefusedValue;
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

    /** A hundred years: no product lasts as long, and no clock that does may run past the end of time. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private static final Set<String> MEMBERS = Set.of("format", "product", "revision", "revised", "source",
            "validation", "name", "gtins", "lots", "dosesPerVial", "storage", "budgets", "unobserved", "inUse",
            "tolerance",
            "precautions", "contact", "notes");

    private ProfileReader() {}

    /** @throws JsonProblem that names the member, its value and what it should be */
    public static ProductProfile read(String document) {
        JsonObject json = JsonObject.parse(document).only(MEMBERS);
        if (json.integer("format") != FORMAT) {
            throw new JsonProblem("format", json.integer("format") + " n’est pas connu ici ; c’est " + FORMAT,
                    json.integer("format") + " is not known here, but " + FORMAT);
        }
        JsonObject name = json.object("name").only(Set.of("fr", "en"));
        List<Gtin> gtins = new ArrayList<>();
        for (String gtin : json.texts("gtins")) {
            gtins.add(json.problem("gtins", () -> new Gtin(gtin)));
        }
        Storage storage = storage(json);
        Map<VialStep, InUse> inUse = inUse(json);
        return json.problem("product", () -> new ProductProfile(json.as("product", ProductId::new),
                json.integer("revision"), json.date("revised"), json.text("source"),
                json.optionalObject("validation").map(ProfileReader::validation), name.text("fr"), name.text("en"),
                gtins, json.has("lots") ? json.texts("lots") : List.of(),
                json.has("dosesPerVial") ? Optional.of(json.integer("dosesPerVial")) : Optional.empty(),
                storage, inUse, optional(json, "tolerance"),
                precautions(json), json.optionalText("contact")));
    }

    private static Map<VialStep, InUse> inUse(JsonObject json) {
        Map<VialStep, InUse> inUse = new EnumMap<>(VialStep.class);
        for (JsonObject each : json.objects("inUse")) {
            VialStep step = each.only(Set.of("after", "lasts", "band", "tolerance", "countsFrom")).as("after",
                    Steps::ofCode);
            InUse meaning;
            if (each.has("countsFrom")) {
                each.only(Set.of("after", "countsFrom"));
                meaning = new InUse.CountsFrom(each.as("countsFrom", Steps::ofCode));
            } else {
                meaning = new InUse.Lasts(positive(each, "lasts"), band(each, "band"), optional(each, "tolerance"));
            }
            if (inUse.put(step, meaning) != null) {
                throw new JsonProblem("inUse", step.code() + " y est deux fois", step.code() + " is there twice");
            }
        }
        return inUse;
    }

    private static Storage storage(JsonObject json) {
        JsonObject storage = json.object("storage");
        if (storage.has("lowest") || storage.has("highest")) {
            return withBudgets(json, Storage.of(band(json, "storage")));
        }
        storage.only(Set.of("frozen", "refrigerated", "freezesAt"));
        List<TemperatureBand> frozen = new ArrayList<>();
        if (storage.has("frozen")) {
            storage.objects("frozen").forEach(each -> frozen.add(each.problem("lowest", () -> band(each))));
        }
        return withBudgets(json, new Storage(frozen,
                storage.has("refrigerated") ? Optional.of(band(storage, "refrigerated")) : Optional.empty(),
                storage.has("freezesAt") ? Optional.of(celsius(storage, "freezesAt")) : Optional.empty(), List.of(),
                Optional.empty()));
    }

    private static Storage withBudgets(JsonObject json, Storage bare) {
        List<Budget> budgets = new ArrayList<>();
        if (json.has("budgets")) {
            for (JsonObject each : json.objects("budgets")) {
                each.only(Set.of("name", "title", "band", "lasts", "while"));
                budgets.add(each.problem("name", () -> new Budget(each.text("name"), band(each, "band"),
                        optional(each, "lasts"), each.as("while", ProfileReader::counts),
                        each.optionalObject("title").map(ProfileReader::title))));
            }
        }
        return json.problem("budgets", () -> new Storage(bare.frozen(), bare.refrigerated(), bare.freezesAt(), budgets,
                optional(json, "unobserved")));
    }

    private static Budget.Title title(JsonObject json) {
        json.only(Set.of("fr", "en"));
        return new Budget.Title(json.text("fr"), json.text("en"));
    }

    private static Budget.Counts counts(String text) {
        return Arrays.stream(Budget.Counts.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst().orElseThrow(() -> new RefusedValue(
                        "pas une période de sa vie : « " + text + " » ; c’est unopened, opened ou always",
                        "not a part of its life: \"" + text + "\"; it is unopened, opened or always"));
    }

    private static Optional<Duration> optional(JsonObject json, String name) {
        return json.has(name) ? Optional.of(positive(json, name)) : Optional.empty();
    }

    private static Duration positive(JsonObject json, String name) {
        Duration duration = json.duration(name);
        return json.problem(name, () -> {
            if (duration.compareTo(Duration.ZERO) <= 0) {
                throw new RefusedValue("doit être plus que rien : " + duration,
                        "must be more than nothing: " + duration);
            }
            if (duration.compareTo(LONGEST) > 0) {
                throw new RefusedValue(
                        "doit être au plus P" + LONGEST.toDays() + "D : « " + json.text(name) + " »",
                        "must be at most P" + LONGEST.toDays() + "D: \"" + json.text(name) + '"');
            }
            return duration;
        });
    }

    private static TemperatureBand band(JsonObject json, String name) {
        return json.problem(name, () -> band(json.object(name)));
    }

    private static TemperatureBand band(JsonObject band) {
        band.only(Set.of("lowest", "highest"));
        return new TemperatureBand(celsius(band, "lowest"), celsius(band, "highest"));
    }

    private static Temperature celsius(JsonObject json, String name) {
        BigDecimal celsius = json.decimal(name);
        return json.problem(name, () -> {
            try {
                return new Temperature(celsius.movePointRight(3).intValueExact());
            } catch (ArithmeticException e) {
                throw new RefusedValue("pas en millièmes de degré entiers : " + celsius,
                        "not in whole thousandths of a degree: " + celsius);
            }
        });
    }

    private static Validation validation(JsonObject json) {
        json.only(Set.of("by", "on"));
        if (json.text("by").isBlank()) {
            json.problem("by", () -> {
                throw new RefusedValue("vide ; qui signe a un nom", "empty; whoever signs has a name");
            });
        }
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
