package org.gardefroid.edge.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gardefroid.edge.box.BoxState;
import org.gardefroid.edge.box.Concern;
import org.gardefroid.edge.box.Light;
import org.gardefroid.edge.box.LotsInForce;
import org.gardefroid.edge.box.ProfilesInForce;
import org.gardefroid.edge.face.Texts;
import org.gardefroid.edge.page.CareActions.Refused;
import org.gardefroid.edge.sampling.ExpectedVials;
import org.gardefroid.hardware.VialRefused;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.LotWay;
import org.gardefroid.vaccines.gs1.Label;
import org.gardefroid.vaccines.gs1.ScanReader;
import org.gardefroid.vaccines.gs1.Unreadable;

import static org.gardefroid.edge.page.CareActions.field;

/**
 * A vial is opened: by the code on it, by the lot it is of, or by our label on it. What follows from one of these needs no
 * other word; where they disagree, nothing is started.
 */
final class Opening {

    private final Box box;
    private final Supplier<String> freshName;
    private final Texts texts;
    private final Optional<Brief> brief;
    private final List<ProductProfile> profiles;

    Opening(Box box, Supplier<String> freshName, Texts texts) {
        this.box = box;
        this.freshName = freshName;
        this.texts = texts;
        this.brief = box.brief();
        this.profiles = brief.map(ProfilesInForce::of).orElse(List.of());
    }

    List<Event> events(Map<String, String> form) throws Refused {
        String said = field(form, "label");
        Optional<Scanned> scanned = scanned(said);
        Optional<Brief.LabelledVial> labelled = labelled(said);
        Optional<LotNumber> lot = lot(labelled.map(vial -> vial.lot().value())
                .or(() -> scanned.flatMap(scan -> scan.label().lot())).orElse(""), field(form, "lot"));
        ProductId product = product(labelled.map(Brief.LabelledVial::product).or(() -> scanned.map(Scanned::product)),
                lot, field(form, "product"));
        VialId vial = labelled.isPresent() ? labelled.get().vial() : vial(scanned, said.toLowerCase(Locale.ROOT));
        if (box.latest().filter(state -> state.card().forgotten().contains(vial)).isPresent()) {
            throw refused(new VialRefused(VialRefused.Reason.OPENED_BEFORE, vial.value()));
        }
        // The same vial again, drawn up after being diluted; under another product it would be mixed up.
        if (CareActions.find(box, vial).filter(dose -> dose.finished() || !dose.product().equals(product))
                .isPresent()) {
            throw new Refused(texts.say("care.taken", vial));
        }
        List<Event> events = new ArrayList<>();
        events.add(new Event.VialHandled(vial, product, step(product, field(form, "step"))));
        lot.ifPresent(number -> events.add(new Event.VialOfLot(vial, number)));
        return events;
    }

    /** A code of the maker's, against which nothing speaks. */
    private record Scanned(Label label, ProductId product) {}

    /** Empty for a label of ours, or none. */
    private Optional<Scanned> scanned(String said) throws Refused {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Instant now = box.latest().map(BoxState::at).flatMap(at -> at.wall()).orElse(Instant.EPOCH);
        LocalDate today = LocalDate.ofInstant(now, texts.zone());
        return switch (new ScanReader(today).read(said)) {
            case Label label when now.equals(Instant.EPOCH) -> throw new Refused(texts.say("care.time-unknown"));
            case Label label -> Optional.of(expected(label, today));
            case Unreadable why when why.fault() == Unreadable.Fault.NOT_GS1 -> Optional.empty();
            case Unreadable _ -> throw refused(new VialRefused(VialRefused.Reason.UNREADABLE, ""));
        };
    }

    private Scanned expected(Label label, LocalDate today) throws Refused {
        ExpectedVials expected = new ExpectedVials(profiles,
                brief.map(known -> LotsInForce.expected(known, profiles, texts.zone())).orElse(List.of()), today);
        return switch (expected.ask(label)) {
            case ExpectedVials.Answer.Expected(ProductProfile profile) -> new Scanned(label, profile.product());
            case ExpectedVials.Answer.Refused(VialRefused why) -> throw refused(why);
        };
    }

    private Refused refused(VialRefused why) {
        Concern concern = Concern.of(Concern.Kind.of(why.reason()), Light.LOOK, why.what());
        return new Refused(texts.what(concern) + " " + texts.todo(concern));
    }

    private VialId vial(Optional<Scanned> scanned, String label) throws Refused {
        if (label.isEmpty() || scanned.isPresent()) {
            return scanned.map(Scanned::label).flatMap(ExpectedVials::name)
                    .orElseGet(() -> new VialId(freshName.get()));
        }
        return CareActions.vial(label, texts);
    }

    /** Where the brief names lots, one that it does not name is not to be opened here. */
    private Optional<LotNumber> lot(String scanned, String chosen) throws Refused {
        if (!scanned.isEmpty() && !chosen.isEmpty() && !scanned.equals(chosen)) {
            throw new Refused(texts.say("care.disagree", scanned, chosen));
        }
        String said = scanned.isEmpty() ? chosen : scanned;
        if (said.isEmpty()) {
            return Optional.empty();
        }
        LotNumber number = CareActions.lot(said, texts);
        if (!here().isEmpty() && here().stream().noneMatch(way -> isOf(way, number))) {
            throw new Refused(texts.say("care.other-lot", number));
        }
        return Optional.of(number);
    }

    private List<LotWay> here() {
        return brief.map(LotsInForce::now).orElse(List.of());
    }

    private static boolean isOf(LotWay way, LotNumber number) {
        return way.lot().name().equals(number.value());
    }

    /** A label of ours that the pharmacy has stuck on, and that was not opened elsewhere. */
    private Optional<Brief.LabelledVial> labelled(String said) throws Refused {
        Optional<Brief.LabelledVial> known = brief.flatMap(now -> LotsInForce.labelled(now, said));
        Optional<Brief.Handling> last = known.flatMap(Brief.LabelledVial::openedElsewhere);
        if (last.isPresent()) {
            throw new Refused(texts.say("care.elsewhere", known.get().vial(), last.get().equipment(),
                    texts.day(last.get().at()), texts.clock(last.get().at())));
        }
        return known;
    }

    /** @param named by the code, or by our label */
    private ProductId product(Optional<ProductId> named, Optional<LotNumber> lot, String chosen) throws Refused {
        List<ProductId> known = brief.map(Brief::profiles).orElse(List.of()).stream().map(Brief.Profile::product)
                .toList();
        List<ProductId> possible = new ArrayList<>(known);
        named.ifPresent(product -> possible.retainAll(List.of(product)));
        lot.ifPresent(number -> {
            List<ProductId> ofLot = here().stream().filter(way -> isOf(way, number))
                    .flatMap(way -> way.label().product().stream()).toList();
            if (!ofLot.isEmpty()) {
                possible.retainAll(ofLot);
            }
        });
        if (!chosen.isEmpty()) {
            ProductId wanted = known.stream().filter(product -> product.value().equals(chosen)).findAny()
                    .orElseThrow(() -> new Refused(texts.say("care.bad-choice")));
            if (!possible.contains(wanted)) {
                throw new Refused(texts.say("care.disagree", possible.isEmpty() ? "?" : possible.getFirst(), wanted));
            }
            return wanted;
        }
        if (possible.size() != 1) {
            throw new Refused(texts.say("care.choose-product"));
        }
        return possible.getFirst();
    }

    private VialStep step(ProductId product, String chosen) throws Refused {
        if (chosen.isEmpty()) {
            return profiles.stream().filter(profile -> profile.product().equals(product)).findFirst()
                    .flatMap(ExpectedVials::onlyStep)
                    .orElseThrow(() -> new Refused(texts.say("care.choose-step")));
        }
        return VialStep.ofCode(chosen).filter(ProductProfile::isStart)
                .orElseThrow(() -> new Refused(texts.say("care.bad-choice")));
    }
}
