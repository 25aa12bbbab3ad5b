package org.gardefroid.ingest.custody;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.ingest.lots.Lot;
import org.gardefroid.ingest.lots.Lot.Placement;

/**
 * The ways that doses of a lot may have come where they are. Doses that are put to others of their lot are not told apart from them any
 * more: each way is judged, and the worst counts for all.
 */
final class LotPaths {

    /** A lot that was parted and put together more often than this is judged as if nobody knew what it had been through. */
    static final int MOST = 32;

    private final List<Placement> placements;

    LotPaths(Lot lot) {
        this.placements = lot.placements().stream().sorted(Comparator.comparing(Placement::from)
                .thenComparingLong(Placement::id)).toList();
    }

    /** Where doses of it are, or were until they left for good; of each equipment the last. */
    List<Placement> ends() {
        List<Placement> ends = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Placement placement : placements.reversed()) {
            boolean isEnd = placement.isNow()
                    || !placement.endedFor().equals(Optional.of(LotEvents.MOVED)) && !goesOn(placement);
            if (isEnd && named.add(placement.equipment())) {
                ends.add(placement);
            }
        }
        return ends;
    }

    private boolean goesOn(Placement placement) {
        return placements.stream().anyMatch(next -> next.equipment().equals(placement.equipment())
                && Optional.of(next.from()).equals(placement.until()));
    }

    /** The placements up to {@code end}, that included, one list for each way; empty if there are too many. */
    Optional<List<List<Placement>>> to(Placement end) {
        List<List<Placement>> done = new ArrayList<>();
        List<List<Placement>> open = new ArrayList<>(List.of(List.of(end)));
        while (!open.isEmpty()) {
            List<Placement> path = open.removeLast();
            List<Placement> before = before(path.getLast());
            if (before.isEmpty()) {
                List<Placement> forwards = new ArrayList<>(path);
                Collections.reverse(forwards);
                done.add(List.copyOf(forwards));
            }
            for (Placement one : before) {
                List<Placement> longer = new ArrayList<>(path);
                longer.add(one);
                open.add(longer);
            }
            if (done.size() + open.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(done);
    }

    private List<Placement> before(Placement placement) {
        List<Placement> ending = placements.stream()
                .filter(other -> other.until().equals(Optional.of(placement.from())) && other.id() != placement.id())
                .toList();
        Optional<Placement> here = ending.stream().filter(other -> other.equipment().equals(placement.equipment()))
                .findFirst();
        // What is less than before is what was left behind; nothing came to it.
        boolean isRest = here.filter(other -> other.doses() > placement.doses()).isPresent();
        return ending.stream().filter(other -> other.equipment().equals(placement.equipment())
                || !isRest && other.endedFor().equals(Optional.of(LotEvents.MOVED))).toList();
    }
}
