package org.gardefroid.ingest.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.lots.OpeningExposure;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProductProfile.Validation;
import org.gardefroid.vaccines.custody.Arrival;
import org.gardefroid.vaccines.custody.ContainerId;
import org.gardefroid.vaccines.custody.CustodyEvent;
import org.gardefroid.vaccines.custody.GoodsJudge;
import org.gardefroid.vaccines.custody.Happening;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.Label;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Surroundings;

/**
 * Doses that might have been in an equipment, judged as real ones are.
 *
 * @param thawedAt before or after they came there
 * @param opening what they had been through before; empty for nobody knows
 * @param opened a step by which one of the vials was opened
 */
public record Hypothesis(
        ProductProfile profile,
        PlaceId equipment,
        Instant placedAt,
        Optional<Instant> thawedAt,
        Optional<OpeningExposure> opening,
        Optional<Opened> opened) {

    private static final ContainerId LOT = new ContainerId(ContainerId.Kind.LOT, "?");
    private static final ContainerId VIAL = new ContainerId(ContainerId.Kind.VIAL, "?");

    public record Opened(VialStep step, Instant at) {}

    /** As if a pharmacist had signed these figures long before. */
    public Hypothesis asIfSigned(String by) {
        return new Hypothesis(profile.with(new Validation(by, LocalDate.EPOCH)), equipment, placedAt, thawedAt, opening,
                opened);
    }

    public Judgement judge(Surroundings past, Instant now) {
        return new GoodsJudge(List.of(profile), past).judge(events(), opened.isPresent() ? VIAL : LOT, now);
    }

    private List<CustodyEvent> events() {
        List<CustodyEvent> events = new ArrayList<>();
        Label label = new Label(Optional.empty(), Optional.of(profile.product()), profile.gtins().stream().findFirst(),
                profile.lots().stream().findFirst(), Optional.empty());
        Optional<Instant> before = thawedAt.filter(at -> !at.isAfter(placedAt));
        add(events, placedAt, new Happening.Placed(LOT, equipment, label,
                new Arrival(Optional.empty(), before, opening.map(LotEvents::spent))));
        thawedAt.filter(placedAt::isBefore)
                .ifPresent(at -> add(events, at, new Happening.Began(LOT, Label.NONE, VialStep.THAWED)));
        opened.ifPresent(step -> add(events, step.at(),
                new Happening.Began(VIAL, Label.ofLot(LOT.name()), step.step())));
        return events;
    }

    private static void add(List<CustodyEvent> events, Instant at, Happening what) {
        events.add(new CustodyEvent(Optional.empty(), Optional.of(at), events.size(), Optional.empty(), what));
    }
}
