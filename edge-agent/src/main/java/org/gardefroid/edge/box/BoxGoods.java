package org.gardefroid.edge.box;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.CustodyEvent;
import org.gardefroid.vaccines.custody.Drawings;
import org.gardefroid.vaccines.custody.GoodsJudge;
import org.gardefroid.vaccines.custody.Happening;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.LotWay;

/**
 * The vials and syringes that were handled at this box, and the lots that the brief puts into it, judged by what is on the card alone.
 *
 * <p>What was recorded while the time was not known is dated as soon as a batch of the same boot has a date; until then its
 * vial says so.
 */
final class BoxGoods {

    private final Map<VialId, OpenedVial> vials = new TreeMap<>();
    private final Drawings drawings = new Drawings();
    private final UndatedBatches undated = new UndatedBatches();
    private final BoxPlaces places;
    private final VialNumbers numbers;
    private List<ProductProfile> profiles = List.of();
    private List<LotWay> ways = List.of();
    private Map<Object, JudgedLot> lots = new LinkedHashMap<>();
    private Instant now = Instant.EPOCH;
    private boolean timeKnown = true;
    private long records;

    BoxGoods(VialNumbers numbers, KeptRuns kept) {
        this.numbers = numbers;
        this.places = new BoxPlaces(kept);
    }

    /** The same vials, judged by what holds now. */
    void adopt(Optional<Brief> brief) {
        profiles = brief.map(ProfilesInForce::of).orElse(List.of());
        ways = brief.map(LotsInForce::of).orElse(List.of());
        places.adopt(brief.map(Brief::equipments).orElse(List.of()), profiles);
        lots = new LinkedHashMap<>();
        ways.stream().filter(way -> way.until().isEmpty()).forEach(way -> lots.computeIfAbsent(
                List.of(way.lot(), way.label().product(), way.here().equipment()),
                _ -> new JudgedLot(way, new ArrayList<>(), new LastJudgement(way::lot))).ways().add(way));
        touch();
    }

    /** The ways that its doses may have come. */
    private record JudgedLot(LotWay first, List<LotWay> ways, LastJudgement last) {}

    private void touch() {
        vials.values().forEach(OpenedVial::touch);
        lots.values().forEach(lot -> lot.last().touch());
    }

    /** A batch is on the card. */
    void sealed(Batch batch) {
        BatchClock clock = batch.clock();
        if (clock.wall().isPresent()) {
            date(clock);
        } else {
            undated.add(batch);
        }
        if (timeKnown != clock.wall().isPresent()) {
            timeKnown = clock.wall().isPresent();
            touch();
        }
        batch.records().forEach(record -> {
            take(clock, record);
            if (record.observation() instanceof Event.OfVial event) {
                drawings.take(event);
                vials.computeIfAbsent(event.vial(), id -> new OpenedVial(numbers, id))
                        .take(new SealedEvent(clock, record, records++));
                drawnWith(event.vial()).forEach(OpenedVial::touch);
            }
        });
    }

    /** It, and what was drawn up with it. */
    private List<OpenedVial> drawnWith(VialId goods) {
        return drawings.with(goods).stream().flatMap(each -> Stream.ofNullable(vials.get(each))).toList();
    }

    private void date(BatchClock clock) {
        List<Batch> ofThisBoot = undated.take(clock.boot());
        if (!ofThisBoot.isEmpty()) {
            ofThisBoot.forEach(batch -> batch.records().forEach(record -> take(clock, record)));
            vials.values().forEach(vial -> vial.date(clock));
        }
    }

    private void take(BatchClock clock, JournalRecord record) {
        clock.date(record.monotonicMillis()).ifPresent(at -> {
            now = at.isAfter(now) ? at : now;
            if (record.observation() instanceof Measured(ProbeId probe, Temperature temperature)
                    && places.read(probe, at, temperature)) {
                touch();
            }
        });
    }

    /** Each that something has touched, or whose time has come. */
    void judge() {
        Optional<CustodyEvent> lost = timeKnown
                ? Optional.empty()
                : Optional.of(new CustodyEvent(Optional.empty(), Optional.empty(), records, Optional.empty(),
                        new Happening.ClockLost(Optional.of(places.ofVials()))));
        OpenedVial.Known known = new OpenedVial.Known(profiles, places, ways, now, lost);
        vials.values().forEach(vial -> vial.judge(known, drawnWith(vial.id())));
        lots.values().forEach(lot -> lot.last().judge(now, () -> lot.ways().stream().map(this::judged).toList()));
    }

    private Judgement judged(LotWay way) {
        List<CustodyEvent> events = way.events();
        return new GoodsJudge(profiles, way.surroundings(places)).judge(events, way.lot(),
                GoodsJudge.latest(events, now));
    }

    /** The unopened doses that are here, as the brief has them. */
    List<PlacedLot> lots() {
        return lots.values().stream().filter(lot -> lot.last().isThere())
                .map(lot -> PlacedLot.of(lot.first(), lot.last())).toList();
    }

    /** In the order of their numbers. */
    List<Dose> doses() {
        return all().stream().map(OpenedVial::dose).sorted(Comparator.comparingInt(Dose::number)).toList();
    }

    /** What has a number, and of which no record is left, with that number. */
    Map<VialId, Integer> forgotten() {
        Map<VialId, Integer> left = new TreeMap<>(numbers.known());
        left.keySet().removeAll(vials.keySet());
        return left;
    }

    /** In the order of their names. */
    Collection<OpenedVial> all() {
        return vials.values().stream().filter(OpenedVial::isOpened).toList();
    }
}
