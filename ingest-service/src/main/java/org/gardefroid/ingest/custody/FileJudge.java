package org.gardefroid.ingest.custody;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.ingest.lots.Lot;
import org.gardefroid.ingest.lots.Lot.Placement;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.custody.CustodyEvent;
import org.gardefroid.vaccines.custody.GoodsJudge;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.LotWay;
import org.gardefroid.vaccines.custody.Thresholds;

/** Puts what is stored of goods into the words of their custody, and judges them by every way that they may have come. */
final class FileJudge {

    private static final int MOST_WAYS = 4;
    private static final int MOST_SEEN = 60;

    private final GoodsJudge judge;
    private final Thresholds thresholds;
    private final Surroundings surroundings;

    FileJudge(Collection<ProductProfile> profiles, Surroundings surroundings) {
        this.judge = new GoodsJudge(profiles, surroundings);
        this.thresholds = Thresholds.of(profiles);
        this.surroundings = surroundings;
    }

    /** The doses of a lot in each equipment; {@code vials} are those of this lot. */
    List<Judged> judge(LotFile file, Collection<VialFile> vials) {
        Lot lot = file.lot();
        LotPaths paths = new LotPaths(lot);
        List<Judged> judged = new ArrayList<>();
        for (Placement end : paths.ends()) {
            List<Judgement> possible = new ArrayList<>();
            List<LotWay> come = new ArrayList<>();
            for (List<CustodyEvent> way : ways(file, paths, end)) {
                List<CustodyEvent> events = new ArrayList<>(way);
                Instant now = GoodsJudge.latest(way, surroundings.now(end.equipment()));
                // What was given of its vials, or from syringes, is traced with the lot; what was drawn up together has one story.
                vials.stream().filter(vial -> at(lot, vial).isPresent()).map(VialFile::records).distinct()
                        .forEach(told -> events.addAll(judge.events(told)));
                Judgement judgement = judge.judge(events, LotEvents.container(lot), now);
                possible.add(judgement);
                come.add(LotWay.of(way, end.doses(), end.until(), judgement, thresholds));
            }
            judged.add(new Judged(Goods.ofLot(lot.id(), surroundings.equipment(end.equipment())), lot.site(),
                    file.zone(), Judgement.worst(possible), told(file, end, come)));
        }
        return judged;
    }

    /** More than a brief has room for is told as if nobody knew what came before. */
    private List<LotWay> told(LotFile file, Placement end, List<LotWay> come) {
        long seen = come.stream().flatMap(way -> way.stays().stream()).mapToLong(stay -> stay.seen().size()).sum();
        if (come.size() <= MOST_WAYS && seen <= MOST_SEEN) {
            return List.copyOf(come);
        }
        List<CustodyEvent> way = LotEvents.of(file.lot(), file.zone(), List.of(end), file.decisions(), false);
        return List.of(LotWay.of(way, end.doses(), end.until(),
                judge.judge(way, LotEvents.container(file.lot()), GoodsJudge.latest(way, end.from())), thresholds));
    }

    /** A vial or a syringe; {@code file} is of its lot, where somebody has said which and there is such a lot. */
    Judged judge(VialFile vial, Optional<LotFile> file, ZoneId zone) {
        List<Judgement> possible = new ArrayList<>();
        for (List<CustodyEvent> way : ways(vial, file)) {
            List<CustodyEvent> events = new ArrayList<>(way);
            events.addAll(judge.events(vial.records()));
            possible.add(judge.judge(events, vial.story().container(),
                    GoodsJudge.latest(events, surroundings.now(vial.box()))));
        }
        return new Judged(new Goods(file.map(of -> OptionalInt.of(of.lot().id())).orElse(OptionalInt.empty()),
                vial.equipment(), Optional.of(vial.vial())), vial.site(), zone, Judgement.worst(possible));
    }

    private static List<List<CustodyEvent>> ways(VialFile vial, Optional<LotFile> file) {
        if (file.isEmpty()) {
            return List.of(List.of());
        }
        LotFile of = file.get();
        // Of a lot that nobody has put into that box, only the label is known, and not what these doses went through.
        return at(of.lot(), vial).map(placement -> ways(of, new LotPaths(of.lot()), placement))
                .orElseGet(() -> List.of(LotEvents.label(of.lot(), of.zone(), vial.first())));
    }

    private static List<List<CustodyEvent>> ways(LotFile file, LotPaths paths, Placement end) {
        Optional<List<List<Placement>>> known = paths.to(end);
        return known.orElseGet(() -> List.of(List.of(end))).stream()
                .map(path -> LotEvents.of(file.lot(), file.zone(), path, file.decisions(), known.isPresent())).toList();
    }

    private static Optional<Placement> at(Lot lot, VialFile vial) {
        return lot.placements().stream().filter(placement -> placement.equipment().equals(
                vial.records().getFirst().box().name()) && !placement.from().isAfter(vial.first())
                && placement.until().filter(end -> !end.isAfter(vial.first())).isEmpty()).findFirst();
    }
}
