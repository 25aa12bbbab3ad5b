package org.gardefroid.edge.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.Dose;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialEnd;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.VoidReason;
import org.gardefroid.vaccines.ProductProfile;

/** What a person with the code may tell of vials: a form's fields to events, or the sentence that refuses them. */
final class CareActions {

    /** More doses than that nobody draws from one vial. */
    private static final int MOST_SYRINGES = 20;

    private final Box box;
    private final Supplier<String> freshName;

    /** Why nothing was recorded, in the reader's language. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /** @param freshName of a vial or a syringe that has no label, unlike all before it */
    CareActions(Box box, Supplier<String> freshName) {
        this.box = box;
        this.freshName = freshName;
    }

    /** Records all of it, or says that it is not on the card. A box whose loop hangs would keep nothing: it is told nothing. */
    void take(String action, Map<String, String> form, Texts texts) throws Refused {
        if (!box.isFresh()) {
            throw new Refused(texts.say("care.unwatched"));
        }
        if (action.equals("memory")) {
            box.memorySeen();
            return;
        }
        List<Event> events = switch (action) {
            case "start" -> new Opening(box, freshName, texts).events(form);
            case "out" -> List.of(new Event.VialMoved(known(form, texts).vial(), false));
            case "in" -> List.of(new Event.VialMoved(known(form, texts).vial(), true));
            case "lot" -> List.of(attributed(form, texts));
            case "doses" -> List.of(left(form, texts));
            case "draw" -> drawn(form, texts);
            case "void" -> voided(form, texts);
            case "end" -> end(form, texts);
            default -> throw new Refused(texts.say("care.bad-choice"));
        };
        if (!box.record(events)) {
            throw new Refused(texts.say("care.not-kept"));
        }
    }

    /** A lot that is there and of another product would make both a riddle, for ever. */
    private Event attributed(Map<String, String> form, Texts texts) throws Refused {
        Dose dose = known(form, texts);
        LotNumber lot = lot(field(form, "lot"), texts);
        Optional<ProductId> product = box.latest().map(BoxState::findings).stream()
                .flatMap(findings -> findings.lots().stream()).map(placed -> placed.way().label())
                .filter(label -> label.lotNumber().filter(lot.value()::equals).isPresent())
                .flatMap(label -> label.product().stream()).findFirst();
        if (product.filter(other -> !other.equals(dose.product())).isPresent()) {
            throw new Refused(texts.say("care.lot-of-another", lot.value()));
        }
        return new Event.VialOfLot(dose.vial(), lot);
    }

    /** Each syringe is its own container, with its own time, from now on. */
    private List<Event> drawn(Map<String, String> form, Texts texts) throws Refused {
        Dose vial = known(form, texts);
        String count = field(form, "syringes");
        if (vial.isSyringe() || !count.matches("[0-9]{1,2}") || Integer.parseInt(count) < 1
                || Integer.parseInt(count) > MOST_SYRINGES) {
            throw new Refused(texts.say("care.bad-syringes", count, MOST_SYRINGES));
        }
        if (vial.dosesLeft().filter(left -> Integer.parseInt(count) > left).isPresent()) {
            throw new Refused(texts.say("care.too-few-doses", count, vial.dosesLeft().get()));
        }
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(count); i++) {
            events.add(Event.VialHandled.drawnUp(new VialId(freshName.get()), vial.product(), vial.vial()));
        }
        return events;
    }

    private List<Event> end(Map<String, String> form, Texts texts) throws Refused {
        Dose dose = known(form, texts);
        VialEnd end = VialEnd.ofCode(field(form, "end"))
                .orElseThrow(() -> new Refused(texts.say("care.bad-choice")));
        String name = field(form, "container").toLowerCase(Locale.ROOT);
        Optional<String> container = name.isEmpty() ? Optional.empty() : Optional.of(vial(name, texts).value());
        return List.of(new Event.VialEnded(dose.vial(), end, container), handled(dose, VialStep.FINISHED));
    }

    /** By a person, with a reason: what was started stays on record. */
    private List<Event> voided(Map<String, String> form, Texts texts) throws Refused {
        Dose dose = known(form, texts);
        VoidReason reason = VoidReason.ofCode(field(form, "reason"))
                .orElseThrow(() -> new Refused(texts.say("care.bad-choice")));
        String by = field(form, "by");
        try {
            List<Event> events = new ArrayList<>(List.of(new Event.StartVoided(dose.vial(), reason, by),
                    handled(dose, VialStep.VOIDED)));
            if (dose.isSyringe()) { // one that nothing was drawn into is of no more interest
                events.add(handled(dose, VialStep.FINISHED));
            }
            return events;
        } catch (IllegalArgumentException _) {
            throw new Refused(texts.say("care.bad-by", Event.StartVoided.LONGEST_NAME));
        }
    }

    private static Event handled(Dose dose, VialStep step) {
        return new Event.VialHandled(dose.vial(), dose.product(), step);
    }

    private Dose known(Map<String, String> form, Texts texts) throws Refused {
        return find(box, vial(field(form, "vial"), texts)).filter(dose -> !dose.finished())
                .orElseThrow(() -> new Refused(texts.say("care.expired")));
    }

    static Optional<Dose> find(Box box, VialId vial) {
        return box.latest().map(BoxState::findings).stream().flatMap(findings -> findings.doses().stream())
                .filter(dose -> dose.vial().equals(vial)).findAny();
    }

    static VialId vial(String text, Texts texts) throws Refused {
        try {
            return new VialId(text);
        } catch (IllegalArgumentException _) {
            throw new Refused(texts.say("care.bad-name", text));
        }
    }

    static LotNumber lot(String text, Texts texts) throws Refused {
        try {
            return new LotNumber(text);
        } catch (IllegalArgumentException _) {
            throw new Refused(texts.say("care.bad-lot", text));
        }
    }

    /** No more than the vial holds, where its profile says how many. */
    private Event left(Map<String, String> form, Texts texts) throws Refused {
        Dose dose = known(form, texts);
        String text = field(form, "doses");
        int most = dose.isSyringe()
                ? 1
                : dose.judgement().judgedBy().flatMap(ProductProfile::dosesPerVial).orElse(Event.DosesLeft.MOST_DOSES);
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > most) {
            throw new Refused(texts.say("care.bad-doses", text, most));
        }
        return new Event.DosesLeft(dose.vial(), Integer.parseInt(text));
    }

    static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "").strip();
    }
}
