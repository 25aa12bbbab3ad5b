package org.gardefroid.ingest.judge;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.FactId;

/** What was found of one equipment and is not written yet, beside what was written of it and goes on. */
final class Findings {

    private final Map<FactId, Fact> found = new LinkedHashMap<>();
    private final Map<FactId, Fact> told = new HashMap<>();

    void add(Fact fact) {
        found.put(fact.id(), fact);
    }

    List<Fact> all() {
        return List.copyOf(found.values());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether some of it is more than a known fact that goes on: that alone may wait a second. */
    boolean hasNews() {
        for (Fact fact : found.values()) {
            Fact before = told.get(fact.id());
            if (before == null || !fact.isOngoing() || !fact.messageKey().equals(before.messageKey())) {
                return true;
            }
        }
        return false;
    }

    void written() {
        found.values().forEach(fact -> {
            if (fact.isOngoing()) {
                told.put(fact.id(), fact);
            } else {
                told.remove(fact.id());
            }
        });
        found.clear();
    }

    void clear() {
        found.clear();
    }

    /** What the records show has been found and written anew. What arrival or our own clock shows is not theirs to show. */
    void foundAnew() {
        found.values().removeIf(Fact::isOfRecords);
        told.clear();
    }
}
