package org.gardefroid.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;

/** Counts how often doors are opened. */
final class DoorCountMachine {

    private static final Comparator<DoorCount> ORDER = Comparator.comparing(DoorCount::door)
            .thenComparing(DoorCount::rule);

    private final EquipmentId equipment;
    private final List<DoorCountRule> rules;

    DoorCountMachine(EquipmentSettings settings) {
        this.equipment = settings.equipment();
        this.rules = settings.rules(DoorCountRule.class);
    }

    List<DoorCount> moved(List<DoorCount> before, DoorId door, boolean open, Instant at, List<Fact> found) {
        List<DoorCount> after = before;
        for (DoorCountRule rule : rules) {
            DoorCount count = before.stream()
                    .filter(each -> each.door().equals(door) && each.rule().equals(rule.name())).findFirst()
                    .orElse(DoorCount.none(door, rule));
            DoorCount next = open
                    ? count.opened(rule, new Subject.DoorOf(equipment, door), at)
                    : count.closed();
            if (count.often().isEmpty() && next.often().isPresent()) {
                found.add(next.often().get().fact(Optional.empty()));
            }
            List<DoorCount> all = new ArrayList<>(after);
            all.remove(count);
            all.add(next);
            all.sort(ORDER);
            after = all;
        }
        return after;
    }

    List<DoorCount> tick(List<DoorCount> before, Instant at, List<Fact> found) {
        List<DoorCount> after = new ArrayList<>(before);
        after.replaceAll(count -> {
            if (count.calmAt().isAfter(at)) {
                return count;
            }
            found.add(count.often().orElseThrow().fact(Optional.of(count.calmAt())));
            return count.calm();
        });
        return after;
    }

    List<DoorCount> adopt(List<DoorCount> before, Instant at, List<Fact> found) {
        List<DoorCount> after = new ArrayList<>();
        for (DoorCount count : before) {
            if (rules.stream().anyMatch(rule -> rule.name().equals(count.rule()))) {
                after.add(count);
            } else {
                count.often().ifPresent(often -> found.add(often.fact(Optional.of(at))));
            }
        }
        return after;
    }
}
