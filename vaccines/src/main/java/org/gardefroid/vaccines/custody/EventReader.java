package org.gardefroid.vaccines.custody;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.RefusedValue;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.custody.ContainerId.Kind;
import org.gardefroid.vaccines.custody.Happening.Decision;
import org.gardefroid.vaccines.custody.Happening.ProbeUse;
import org.gardefroid.vaccines.custody.Happening.StartRef;

/** Reads one event from JSON, as docs/judge.md tells it. What it does not know it refuses, naming its place. */
public final class EventReader {

    private static final Set<String> ALWAYS = Set.of("at", "kind", "id", "order", "by", "note");
    private static final Set<String> LABEL = Set.of("product", "gtin", "lotNumber", "expiry");
    private static final Set<String> ANY = Set.of("lot", "vial", "syringe");

    /** How a kind is read, and the members that it may have beside those that all have. */
    private record Form(Set<String> members, Function<JsonObject, Happening> meaning) {}

    private final Map<String, Form> forms = new TreeMap<>();
    private final LabelReader labels;

    /** @param zone in which the last day of a label ends: that of the people who read it */
    public EventReader(ZoneId zone) {
        labels = new LabelReader(zone);
        form("placed", List.of(ANY, LABEL, Set.of("equipment", "doses", "thawedAt", "openingExposure")),
                this::placed);
        form("moved", List.of(ANY, LABEL, Set.of("equipment")),
                json -> went(json, new Place.Inside(place(json, "equipment"))));
        form("taken-out", List.of(ANY, LABEL), json -> went(json, new Place.Elsewhere()));
        form("on-the-table", List.of(ANY, LABEL, Set.of("ambient")),
                json -> went(json, new Place.OnTheTable(Optional.empty(), optionalPlace(json, "ambient"))));
        form("back-in-box", List.of(ANY, LABEL, Set.of("equipment")), json -> json.has("equipment")
                ? went(json, new Place.Inside(place(json, "equipment")))
                : new Happening.WentBack(container(json), label(json)));
        form("split", List.of(Set.of("lot", "into", "equipment", "doses")), json -> new Happening.Split(
                named(json, "lot", Kind.LOT), named(json, "into", Kind.LOT), optionalPlace(json, "equipment"),
                positive(json, "doses")));
        for (VialStep step : List.of(VialStep.THAWED, VialStep.PUNCTURED, VialStep.DILUTED, VialStep.RECONSTITUTED)) {
            form(step.code(), List.of(ANY, LABEL), json -> began(json, step));
        }
        form("drawn-up", List.of(Set.of("lot", "vial", "syringe", "equipment"), LABEL), this::drewUp);
        form("voided", List.of(ANY, LABEL, Set.of("event", "step", "reason")), this::voided);
        form("dated", List.of(Set.of("event")), json -> new Happening.Dated(json.text("event")));
        form("used", List.of(ANY, LABEL, Set.of("doses")), json -> new Happening.Used(container(json), label(json),
                positive(json, "doses").orElse(1)));
        for (String end : List.of("finished", "wasted", "handed-back")) {
            form(end, List.of(ANY, LABEL), json -> new Happening.Finished(container(json), label(json), end));
        }
        form("chosen", List.of(ANY, Set.of("product")),
                json -> new Happening.Chosen(container(json), LabelReader.within(json, container(json)),
                        json.as("product", ProductId::new)));
        form("decided", List.of(ANY, LABEL, Set.of("decision", "reason")), this::decided);
        form("restarted-without-clock", List.of(Set.of("equipment")),
                json -> new Happening.ClockLost(optionalPlace(json, "equipment")));
        form("clock-known-again", List.of(Set.of("equipment")),
                json -> new Happening.ClockBack(optionalPlace(json, "equipment")));
        form("probe-placed", List.of(Set.of("probe", "equipment", "use")), json -> new Happening.ProbePlaced(
                place(json, "probe"), place(json, "equipment"), oneOf(json, "use", ProbeUse.values())));
        form("probe-removed", List.of(Set.of("probe")), json -> new Happening.ProbeRemoved(place(json, "probe")));
    }

    private void form(String kind, List<Set<String>> members, Function<JsonObject, Happening> meaning) {
        Set<String> all = new HashSet<>(ALWAYS);
        members.forEach(all::addAll);
        forms.put(kind, new Form(Set.copyOf(all), meaning));
    }

    /**
     * @param order where in its file the event stands, for one that does not say it
     * @throws JsonProblem that names the member, its value and what it should be
     */
    public CustodyEvent read(JsonObject json, long order) {
        Form form = json.as("kind", kind -> Optional.ofNullable(forms.get(kind)).orElseThrow(
                () -> new RefusedValue(
                        "pas une sorte d’événement : « " + kind + " » ; les sortes sont "
                                + String.join(", ", forms.keySet()),
                        "not a kind of event: \"" + kind + "\"; kinds are " + String.join(", ", forms.keySet()))));
        json.only(form.members());
        Happening what = json.problem("kind", () -> form.meaning().apply(json));
        Optional<Instant> at = instant(json, "at");
        return new CustodyEvent(json.optionalText("id"), at, json.has("order") ? json.integer("order") : order,
                json.optionalText("by"), what);
    }

    private Happening placed(JsonObject json) {
        Optional<Instant> at = instant(json, "at");
        Optional<Instant> thawedAt = instant(json, "thawedAt");
        if (at.isPresent() && thawedAt.filter(at.get()::isBefore).isPresent()) {
            throw new JsonProblem("thawedAt", "après l’arrivée (" + at.get() + ") : " + thawedAt.get()
                    + " ; une décongélation d’après est un événement « thawed »",
                    "after the arrival (" + at.get() + "): " + thawedAt.get()
                            + "; a later thawing is an event \"thawed\"");
        }
        return new Happening.Placed(container(json), place(json, "equipment"), label(json),
                new Arrival(positive(json, "doses"), thawedAt, OpeningReader.read(json)));
    }

    private Happening went(JsonObject json, Place place) {
        return new Happening.WentTo(container(json), label(json), place);
    }

    private Happening began(JsonObject json, VialStep step) {
        ContainerId container = container(json);
        if (step != VialStep.THAWED && container.kind() != Kind.VIAL) {
            throw new JsonProblem("vial", "absent ; " + step.code() + " est le fait d’un flacon",
                    "missing; " + step.code() + " is of one vial");
        }
        return new Happening.Began(container, label(json), step);
    }

    private Happening drewUp(JsonObject json) {
        ContainerId vial = named(json, "vial", Kind.VIAL);
        return new Happening.DrewUp(vial, named(json, "syringe", Kind.SYRINGE), labels.read(json, vial),
                optionalPlace(json, "equipment"));
    }

    private Happening voided(JsonObject json) {
        signed(json);
        Optional<ContainerId> of = ANY.stream().anyMatch(json::has) ? Optional.of(container(json)) : Optional.empty();
        Optional<VialStep> step = json.has("step")
                ? Optional.of(json.as("step", code -> VialStep.ofCode(code).orElseThrow(
                        () -> new RefusedValue("pas une étape : « " + code + " »", "not a step: \"" + code + '"'))))
                : Optional.empty();
        if (of.isEmpty() && !json.has("event")) {
            throw new JsonProblem("event", "absent ; une annulation nomme l’événement, ou le flacon et son étape",
                    "missing; a voiding names the event, or the vial and its step");
        }
        return new Happening.Voided(new StartRef(json.optionalText("event"), of, step),
                of.map(container -> labels.read(json, container)).orElse(Label.NONE), json.text("reason"));
    }

    private Happening decided(JsonObject json) {
        signed(json);
        return new Happening.Decided(container(json), label(json), oneOf(json, "decision", Decision.values()),
                json.text("reason"));
    }

    private static void signed(JsonObject json) {
        if (json.text("by").isBlank() || json.text("reason").isBlank()) {
            throw new JsonProblem("by, reason", "vide ; il faut nommer une personne et une raison",
                    "empty; a person has to be named, and a reason");
        }
    }

    private Label label(JsonObject json) {
        return labels.read(json, container(json));
    }

    /** The innermost that is named: a vial of a lot is the vial. */
    private static ContainerId container(JsonObject json) {
        if (json.has("syringe")) {
            return named(json, "syringe", Kind.SYRINGE);
        }
        if (json.has("vial")) {
            return named(json, "vial", Kind.VIAL);
        }
        if (!json.has("lot")) {
            throw new JsonProblem("lot", "absent ; un événement nomme un lot, un flacon ou une seringue",
                    "missing; an event names a lot, a vial or a syringe");
        }
        return named(json, "lot", Kind.LOT);
    }

    private static ContainerId named(JsonObject json, String member, Kind kind) {
        return json.as(member, name -> new ContainerId(kind, name));
    }

    private static PlaceId place(JsonObject json, String member) {
        return json.as(member, PlaceId::new);
    }

    private static Optional<PlaceId> optionalPlace(JsonObject json, String member) {
        return json.has(member) ? Optional.of(place(json, member)) : Optional.empty();
    }

    private static Optional<Instant> instant(JsonObject json, String member) {
        return json.has(member)
                ? Optional.of(json.problem(member, () -> RecordedTime.checked(json.instant(member))))
                : Optional.empty();
    }

    private static Optional<Integer> positive(JsonObject json, String member) {
        if (!json.has(member)) {
            return Optional.empty();
        }
        int number = json.integer(member);
        if (number < 1) {
            throw new JsonProblem(member, "doit être 1 ou plus : " + number, "must be 1 or more: " + number);
        }
        return Optional.of(number);
    }

    private static <E extends Enum<E>> E oneOf(JsonObject json, String member, E[] values) {
        List<String> names = new ArrayList<>();
        for (E value : values) {
            String name = value.name().toLowerCase(Locale.ROOT);
            if (name.equals(json.text(member))) {
                return value;
            }
            names.add(name);
        }
        throw new JsonProblem(member, "« " + json.text(member) + " » n’est aucun de " + String.join(", ", names),
                '"' + json.text(member) + "\" is none of " + String.join(", ", names));
    }
}
