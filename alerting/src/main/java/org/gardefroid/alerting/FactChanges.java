package org.gardefroid.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What has to be done to the stored facts.
 *
 * @param changed new, or in a new version
 * @param gone not true any more
 */
public record FactChanges(List<Fact> changed, List<Fact> gone) {

    public FactChanges {
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
    }

    public boolean isEmpty() {
        return changed.isEmpty() && gone.isEmpty();
    }

    /**
     * Compares what was stored with what judging once more has found.
     *
     * @param stored of the equipment, at least all that are ongoing or ended at {@link Rejudged#from} or later
     */
    public static FactChanges of(Collection<Fact> stored, Rejudged rejudged) {
        Map<FactId, Fact> found = byId(rejudged.facts());
        Map<FactId, Fact> before = byId(stored);
        List<Fact> changed = new ArrayList<>();
        for (Fact fact : found.values()) {
            if (!fact.equals(before.get(fact.id()))) {
                changed.add(fact);
            }
        }
        List<Fact> gone = new ArrayList<>();
        for (Fact fact : before.values()) {
            if (fact.isOfRecords() && reaches(fact, rejudged.from()) && !found.containsKey(fact.id())) {
                gone.add(fact);
            }
        }
        return new FactChanges(changed, gone);
    }

    /** Records only ever become more: what had ended before the rewinding point stays. */
    private static boolean reaches(Fact fact, Instant from) {
        return fact.endedAt().isEmpty() || !fact.endedAt().get().isBefore(from);
    }

    private static Map<FactId, Fact> byId(Collection<Fact> facts) {
        return facts.stream().collect(Collectors.toMap(Fact::id, Function.identity(), (first, last) -> last,
                java.util.LinkedHashMap::new));
    }
}
