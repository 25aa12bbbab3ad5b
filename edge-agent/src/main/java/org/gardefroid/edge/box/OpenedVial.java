package org.gardefroid.edge.box;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.LotNumber;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.BoxEvents;
import org.gardefroid.vaccines.custody.ContainerId;
import org.gardefroid.vaccines.custody.CustodyEvent;
import org.gardefroid.vaccines.custody.GoodsJudge;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.LotWay;
import org.gardefroid.vaccines.custody.PlaceId;

/** One vial: what was recorded of it, and what follows. */
final class OpenedVial {

    private final int number;
    private final VialId vial;
    private final List<Recorded> records = new ArrayList<>();
    private final ContainerId container;
    private final LastJudgement last;

    OpenedVial(int number, VialId vial) {
        this.number = number;
        this.vial = vial;
        this.container = new ContainerId(ContainerId.Kind.VIAL, vial.value());
        this.last = new LastJudgement(container);
    }

    /** @param place among all that was sealed */
    private record Recorded(BatchClock clock, JournalRecord record, long place) {

        private static final Comparator<Recorded> AS_SEALED = Comparator.comparingLong(Recorded::place);

        private static final Comparator<Recorded> AS_DATED = Comparator
                .comparing((Recorded each) -> each.at().orElseThrow()).thenComparing(AS_SEALED);

        Optional<Instant> at() {
            return clock.date(record.monotonicMillis());
        }

        Event event() {
            return (Event) record.observation();
        }
    }

    void take(BatchClock clock, JournalRecord record, long place) {
        records.add(new Recorded(clock, record, place));
        last.touch();
    }

    /** What the same boot recorded before it knew the time has one now. */
    void date(BatchClock clock) {
        records.replaceAll(each -> each.at().isEmpty() && each.clock().boot().equals(clock.boot())
                ? new Recorded(clock, each.record(), each.place())
                : each);
        last.touch();
    }

    void touch() {
        last.touch();
    }

    /**
     * @param lots that are or were here
     * @param lost that the box does not know the time, if so
     */
    void judge(List<ProductProfile> profiles, BoxPlaces places, List<LotWay> lots, Instant now,
            Optional<CustodyEvent> lost) {
        last.judge(now, () -> {
            PlaceId box = places.ofVials();
            List<BoxEvents.Told> told = told(box);
            List<LotWay> ways = ways(lots, box, told.getFirst().at());
            List<Judgement> possible = new ArrayList<>();
            for (LotWay way : ways) {
                possible.add(judged(new GoodsJudge(profiles, way.surroundings(places)), way.events(), told, now, lost));
            }
            if (possible.isEmpty()) { // of a lot that nobody put here its label is known at the most
                List<CustodyEvent> label = ofMyLot(lots).stream().findFirst().flatMap(
                        way -> told.getFirst().at().map(way::labelled)).orElse(List.of());
                possible.add(judged(new GoodsJudge(profiles, places), label, told, now, lost));
            }
            return possible;
        });
    }

    private Judgement judged(GoodsJudge judge, List<CustodyEvent> ofLot, List<BoxEvents.Told> told, Instant now,
            Optional<CustodyEvent> lost) {
        List<CustodyEvent> events = new ArrayList<>(ofLot);
        events.addAll(judge.events(told));
        lost.ifPresent(events::add);
        return judge.judge(events, container, GoodsJudge.latest(events, now));
    }

    private List<LotWay> ways(List<LotWay> lots, PlaceId box, Optional<Instant> first) {
        return first.map(at -> ofMyLot(lots).stream().filter(way -> way.isAt(box, at)).toList()).orElse(List.of());
    }

    /** Of several lots of that number, those of its product. */
    private List<LotWay> ofMyLot(List<LotWay> lots) {
        List<LotWay> named = lots.stream().filter(way -> lot().map(LotNumber::value)
                .filter(way.lot().name()::equals).isPresent()).toList();
        List<LotWay> ofProduct = named.stream().filter(way -> way.label().product().equals(
                events(VialHandled.class).map(VialHandled::product).findFirst())).toList();
        return ofProduct.isEmpty() ? named : ofProduct;
    }

    private Optional<LotNumber> lot() {
        return events(Event.VialOfLot.class).map(Event.VialOfLot::lot).reduce((_, said) -> said);
    }

    private List<BoxEvents.Told> told(PlaceId box) {
        boolean allDated = records.stream().allMatch(each -> each.at().isPresent());
        List<Recorded> ordered = records.stream().sorted(allDated ? Recorded.AS_DATED : Recorded.AS_SEALED).toList();
        List<BoxEvents.Told> told = new ArrayList<>();
        ordered.forEach(each -> told.add(new BoxEvents.Told(each.at(), told.size(), box, each.event())));
        return told;
    }

    private <T> Stream<T> events(Class<T> kind) {
        return records.stream().map(Recorded::event).filter(kind::isInstance).map(kind::cast);
    }

    /** What was told of it alone is nothing that was opened here. */
    boolean isOpened() {
        return last.isThere() && events(VialHandled.class).findAny().isPresent();
    }

    VialId id() {
        return vial;
    }

    ProductId product() {
        return events(VialHandled.class).map(VialHandled::product).findFirst().orElseThrow();
    }

    Judgement judgement() {
        return last.get();
    }

    Dose dose() {
        Optional<ProductProfile> profile = judgement().judgedBy();
        return new Dose(number, vial, product(),
                profile.map(known -> new Spoken(known.nameFr(), known.nameEn()))
                        .orElseGet(() -> new Spoken(product().value(), product().value())),
                last.deadline(), light(), judgement(), lot(),
                events(Event.VialMoved.class).map(Event.VialMoved::inside).reduce((_, said) -> said).orElse(true),
                events(Event.DosesLeft.class).map(Event.DosesLeft::doses).reduce((_, said) -> said)
                        .or(() -> profile.flatMap(ProductProfile::dosesPerVial)),
                last.isFinished());
    }

    Light light() {
        return last.light();
    }
}
