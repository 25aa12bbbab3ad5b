package org.gardefroid.ingest.custody;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.ingest.lots.Lot;
import org.gardefroid.ingest.lots.Lot.Placement;
import org.gardefroid.vaccines.custody.ContainerId;
import org.gardefroid.vaccines.custody.Judgement;

/** What is said of goods that judging has failed at. What was said before would be taken for true still. */
final class Unjudged {

    /** As {@link Judged#said} has it. */
    private static final String SAID = "isolate: not-judged";

    private final Surroundings surroundings;

    Unjudged(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static boolean is(String said) {
        return said.equals(SAID);
    }

    /** The doses of a lot in each equipment that it is in. */
    List<Judged> of(LotFile file) {
        Lot lot = file.lot();
        return lot.now().stream().map(Placement::equipment).distinct()
                .map(equipment -> new Judged(Goods.ofLot(lot.id(), surroundings.equipment(equipment)), lot.site(),
                        file.zone(), impossible(new ContainerId(ContainerId.Kind.LOT, "lot-" + lot.id()), equipment)))
                .toList();
    }

    Judged of(VialFile vial, Optional<LotFile> file, ZoneId zone) {
        OptionalInt lot = file.map(of -> OptionalInt.of(of.lot().id())).orElse(OptionalInt.empty());
        return new Judged(new Goods(lot, vial.equipment(), Optional.of(vial.vial())), vial.site(), zone,
                impossible(vial.story().container(), vial.box()));
    }

    private Judgement impossible(ContainerId goods, String equipment) {
        return Judgement.impossible(goods, surroundings.now(equipment));
    }
}
