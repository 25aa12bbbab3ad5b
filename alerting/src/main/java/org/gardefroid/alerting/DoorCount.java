package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.DoorId;

/**
 * How often a door was opened of late, as one {@link DoorCountRule} counts it.
 *
 * @param isOpen an opening that is told twice is one
 * @param openings the latest, at most one more than allowed
 * @param often since when it is opened too often
 * @param calmAt when, without another opening, it is not any more
 */
record DoorCount(DoorId door, RuleName rule, boolean isOpen, List<Instant> openings, Optional<Condition> often,
        Instant calmAt) {

    DoorCount {
        openings = List.copyOf(openings);
    }

    static DoorCount none(DoorId door, DoorCountRule rule) {
        return new DoorCount(door, rule.name(), false, List.of(), Optional.empty(), Instant.MAX);
    }

    DoorCount closed() {
        return new DoorCount(door, rule, false, openings, often, calmAt);
    }

    DoorCount opened(DoorCountRule counting, Subject subject, Instant at) {
        if (isOpen || !openings.isEmpty() && openings.getLast().equals(at)) {
            return new DoorCount(door, rule, true, openings, often, calmAt);
        }
        List<Instant> latest = new ArrayList<>(openings);
        latest.add(at);
        while (latest.size() > counting.most() + 1) {
            latest.removeFirst();
        }
        boolean tooMany = latest.size() > counting.most()
                && Duration.between(latest.getFirst(), at).compareTo(counting.within()) < 0;
        if (!tooMany) {
            return new DoorCount(door, rule, true, latest, often, calmAt);
        }
        Condition since = often.orElse(Condition.begin(counting, subject, latest.getFirst()).confirmed(at));
        return new DoorCount(door, rule, true, latest, Optional.of(since), latest.getFirst().plus(counting.within()));
    }

    DoorCount calm() {
        return new DoorCount(door, rule, isOpen, openings, Optional.empty(), Instant.MAX);
    }
}
