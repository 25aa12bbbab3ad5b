package org.gardefroid.ingest.custody;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.lots.Decision;
import org.gardefroid.ingest.lots.Lot;
import org.gardefroid.ingest.lots.Lot.Placement;
import org.gardefroid.ingest.lots.OpeningExposure;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.vaccines.Gtin;
import org.gardefroid.vaccines.custody.Arrival;
import org.gardefroid.vaccines.custody.Arrival.Spent;
import org.gardefroid.vaccines.custody.ContainerId;
import org.gardefroid.vaccines.custody.CustodyEvent;
import org.gardefroid.vaccines.custody.Happening;
import org.gardefroid.vaccines.custody.Interval;
import org.gardefroid.vaccines.custody.Label;
import org.gardefroid.vaccines.custody.Place;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Span;

/** What people have recorded of a lot, in the words of its custody. */
final class LotEvents {

    private static final String USED = "used";
    static final String MOVED = "moved";

    private final Lot lot;
    private final ZoneId zone;
    private final List<CustodyEvent> events = new ArrayList<>();

    private LotEvents(Lot lot, ZoneId zone) {
        this.lot = lot;
        this.zone = zone;
    }

    static ContainerId container(Lot lot) {
        return new ContainerId(ContainerId.Kind.LOT, lot.number());
    }

    /**
     * @param path the placements that these doses went through, the earliest first
     * @param knownBefore whether what was recorded of its time before it came may be believed
     */
    static List<CustodyEvent> of(
            Lot lot, ZoneId zone, List<Placement> path, List<Decision> decisions, boolean knownBefore) {
        LotEvents events = new LotEvents(lot, zone);
        events.placements(path, knownBefore);
        decisions.forEach(events::decision);
        return List.copyOf(events.events);
    }

    /** Of a lot whose way nobody recorded: its label alone. */
    static List<CustodyEvent> label(Lot lot, ZoneId zone, Instant at) {
        LotEvents events = new LotEvents(lot, zone);
        events.add(at, lot.enteredBy(), new Happening.Labelled(container(lot), events.label()));
        return List.copyOf(events.events);
    }

    private void placements(List<Placement> path, boolean knownBefore) {
        Placement first = path.getFirst();
        Arrival arrival = new Arrival(Optional.of(first.doses()), lot.thawedAt(),
                knownBefore ? lot.opening().map(LotEvents::spent) : Optional.empty());
        add(first.from(), first.enteredBy(), new Happening.Placed(container(lot), new PlaceId(first.equipment()),
                label(), arrival));
        thawing(first);
        Placement before = first;
        for (Placement placement : path.subList(1, path.size())) {
            if (!placement.equipment().equals(before.equipment())) {
                add(placement.from(), placement.enteredBy(), new Happening.WentTo(container(lot), Label.NONE,
                        new Place.Inside(new PlaceId(placement.equipment()))));
            } else if (before.endedFor().equals(Optional.of(USED)) && placement.doses() < before.doses()) {
                used(placement.from(), before, before.doses() - placement.doses());
            }
            thawing(placement);
            before = placement;
        }
        String how = before.endedFor().orElse(MOVED);
        if (how.equals(USED)) {
            used(before.until().orElseThrow(), before, before.doses());
        }
        if (!how.equals(MOVED)) {
            add(before.until().orElseThrow(), before.enteredBy(), new Happening.Finished(container(lot), how));
        }
    }

    private void thawing(Placement placement) {
        placement.thawedAt().ifPresent(at -> add(at, placement.enteredBy(),
                new Happening.Began(container(lot), Label.NONE, VialStep.THAWED)));
    }

    private void used(Instant at, Placement placement, int doses) {
        add(at, placement.enteredBy(), new Happening.Used(container(lot), doses));
    }

    private void decision(Decision decision) {
        Optional<Happening.Decision> decided = switch (decision.what()) {
            case RELEASE -> Optional.of(Happening.Decision.RELEASE);
            case DESTROY -> Optional.of(Happening.Decision.DESTROY);
            case ISOLATE -> Optional.empty(); // the verdict's own word; it stands beside it on the page
        };
        decided.ifPresent(what -> add(decision.at(), decision.by(),
                new Happening.Decided(container(lot), what, decision.reason())));
    }

    private Label label() {
        return new Label(Optional.empty(), Optional.of(new ProductId(lot.product())), lot.gtin().map(Gtin::new),
                Optional.of(lot.number()),
                Optional.of(lot.expiresOn().plusDays(1).atStartOfDay(zone).toInstant()));
    }

    static List<Spent> spent(OpeningExposure opening) {
        if (opening.minutes() == 0) {
            return List.of();
        }
        return List.of(new Spent(
                new Span(new Temperature(opening.coldestMilliCelsius()),
                        new Temperature(opening.highestMilliCelsius())),
                Interval.exactly(Duration.ofMinutes(opening.minutes()))));
    }

    private void add(Instant at, String by, Happening what) {
        events.add(new CustodyEvent(Optional.empty(), Optional.of(at), events.size(), Optional.of(by), what));
    }
}
