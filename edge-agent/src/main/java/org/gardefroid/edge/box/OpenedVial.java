package org.gardefroid.edge.box;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.CustodyEvent;
import org.gardefroid.vaccines.custody.GoodsJudge;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.LotWay;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Story;
import org.gardefroid.vaccines.custody.Surroundings;

/** One vial, or one syringe: what was recorded of it, and what follows. */
final class OpenedVial {

    private final VialNumbers numbers;
    private final int number;
    private final VialId vial;
    private final List<SealedEvent> records = new ArrayList<>();
    private final LastJudgement last;
    private Story story;
    private Optional<Integer> dosesLeft = Optional.empty();

    OpenedVial(VialNumbers numbers, VialId vial) {
        this.numbers = numbers;
        this.number = numbers.of(vial);
        this.vial = vial;
        this.story = new Story(vial, List.of());
        this.last = new LastJudgement(() -> story.container());
    }

    /**
     * What is known besides.
     *
     * @param lots that are or were here
     * @param lost that the box does not know the time, if so
     */
    record Known(
            List<ProductProfile> profiles, BoxPlaces places, List<LotWay> lots, Instant now,
            Optional<CustodyEvent> lost) {}

    void take(SealedEvent event) {
        records.add(event);
        last.touch();
    }

    /** What the same boot recorded before it knew the time has one now. */
    void date(BatchClock clock) {
        records.replaceAll(each -> each.dated(clock));
        last.touch();
    }

    void touch() {
        last.touch();
    }

    /** @param drawn this, and what is judged together with it */
    void judge(Known known, Collection<OpenedVial> drawn) {
        last.judge(known.now(), () -> {
            PlaceId box = known.places().ofVials();
            story = new Story(vial,
                    SealedEvent.told(drawn.stream().flatMap(each -> each.records.stream()).toList(), box));
            dosesLeft = new GoodsJudge(known.profiles(), known.places()).dosesLeft(story);
            Optional<Instant> first = story.told().getFirst().at();
            List<LotWay> ofMyLot = ofMyLot(known.lots());
            List<Judgement> possible = new ArrayList<>();
            for (LotWay way : ofMyLot) {
                if (first.filter(at -> way.isAt(box, at)).isPresent()) {
                    possible.add(judged(known, way.surroundings(known.places()), way.events()));
                }
            }
            if (possible.isEmpty()) { // of a lot that nobody put here its label is known at the most
                List<CustodyEvent> label = ofMyLot.stream().findFirst().flatMap(
                        way -> first.map(way::labelled)).orElse(List.of());
                possible.add(judged(known, known.places(), label));
            }
            return possible;
        });
    }

    private Judgement judged(Known known, Surroundings surroundings, List<CustodyEvent> ofLot) {
        GoodsJudge judge = new GoodsJudge(known.profiles(), surroundings);
        List<CustodyEvent> events = new ArrayList<>(ofLot);
        events.addAll(judge.events(story.told()));
        known.lost().ifPresent(events::add);
        return judge.judge(events, story.container(), GoodsJudge.latest(events, known.now()));
    }

    /** Of several lots of that number, those of its product. */
    private List<LotWay> ofMyLot(List<LotWay> lots) {
        List<LotWay> named = lots.stream().filter(way -> story.lot().map(LotNumber::value)
                .filter(way.lot().name()::equals).isPresent()).toList();
        List<LotWay> ofProduct = named.stream().filter(way -> way.label().product().equals(story.product())).toList();
        return ofProduct.isEmpty() ? named : ofProduct;
    }

    /** What was told of it alone is nothing that was opened here. */
    boolean isOpened() {
        return last.isThere() && records.stream().anyMatch(each -> each.event() instanceof Event.VialHandled);
    }

    VialId id() {
        return vial;
    }

    ProductId product() {
        return story.product().orElseThrow();
    }

    Judgement judgement() {
        return last.get();
    }

    Dose dose() {
        Optional<ProductProfile> profile = judgement().judgedBy();
        return new Dose(number, vial, story.drawnFrom().map(numbers::of), product(),
                profile.map(known -> new Spoken(known.nameFr(), known.nameEn()))
                        .orElseGet(() -> new Spoken(product().value(), product().value())),
                last.deadline(), light(), judgement(), story.lot(), story.isInside(), dosesLeft, last.isFinished());
    }

    Light light() {
        return last.light();
    }
}
