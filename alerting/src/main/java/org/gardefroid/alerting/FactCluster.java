package org.gardefroid.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Facts of one cause that overlap, directly or through each other: what one alarm is about. */
record FactCluster(List<Fact> facts) {

    FactCluster {
        facts = List.copyOf(facts);
    }

    /** Earliest first; facts that only touch belong together. */
    static List<FactCluster> of(Collection<Fact> facts) {
        List<FactCluster> clusters = new ArrayList<>();
        List<Fact> current = new ArrayList<>();
        Instant reachesTo = Instant.MIN;
        for (Fact fact : facts.stream().sorted(Comparator.comparing(Fact::id)).toList()) {
            if (!current.isEmpty() && fact.id().since().isAfter(reachesTo)) {
                clusters.add(new FactCluster(current));
                current = new ArrayList<>();
                reachesTo = Instant.MIN;
            }
            current.add(fact);
            Instant end = fact.endedAt().orElse(Instant.MAX);
            reachesTo = end.isAfter(reachesTo) ? end : reachesTo;
        }
        if (!current.isEmpty()) {
            clusters.add(new FactCluster(current));
        }
        return clusters;
    }

    Instant since() {
        return facts.getFirst().id().since();
    }

    /** Empty while one of them goes on. */
    Optional<Instant> until() {
        return isOngoing()
                ? Optional.empty()
                : facts.stream().map(fact -> fact.endedAt().orElseThrow()).max(Comparator.naturalOrder());
    }

    boolean isOngoing() {
        return facts.stream().anyMatch(Fact::isOngoing);
    }

    Severity severity() {
        return facts.stream().map(Fact::severity).reduce(Severity.NOTE, Severity::worst);
    }

    List<FactId> ids() {
        return facts.stream().map(Fact::id).toList();
    }
}
