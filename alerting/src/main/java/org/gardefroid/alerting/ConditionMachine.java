package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.ProbeId;

/** Takes note of what is so and what has ceased to be, for all rules that something may be so for a while only. */
final class ConditionMachine {

    private final Duration longestGap;
    private final List<ConditionRule> rules;
    private final List<ShockRule> shockRules;
    private final List<ProbeId> probes;

    ConditionMachine(EquipmentSettings settings) {
        this.longestGap = settings.longestGap();
        this.rules = settings.rules(ConditionRule.class);
        this.shockRules = settings.rules(ShockRule.class);
        this.probes = settings.probes().stream().map(WatchedProbe::probe).toList();
    }

    /** It is so at {@code at}, and has been since {@code since} if this is the first that is heard of it. */
    List<Condition> seen(
            List<Condition> before, ConditionRule rule, Subject subject, Instant since, Instant at, List<Fact> found) {
        int index = indexOf(before, subject, rule.name());
        Condition condition = index < 0
                ? Condition.begin(rule, subject, since)
                : before.get(index).seen(at, longestGap);
        if (!condition.wakes() && condition.isDue(at)) {
            condition = condition.confirmed(at);
            found.add(condition.fact(Optional.empty()));
        }
        List<Condition> after = new ArrayList<>(before);
        if (index >= 0) {
            after.set(index, condition);
        } else {
            after.add(condition);
            after.sort(Condition.ORDER);
        }
        return after;
    }

    /** It is not so any more. */
    List<Condition> over(List<Condition> before, ConditionRule rule, Subject subject, Instant at, List<Fact> found) {
        int index = indexOf(before, subject, rule.name());
        if (index < 0) {
            return before;
        }
        tellOver(before.get(index), at, found);
        List<Condition> after = new ArrayList<>(before);
        after.remove(index);
        return after;
    }

    /** It was struck at {@code at}. */
    List<Condition> struck(List<Condition> before, Subject subject, Instant at, List<Fact> found) {
        List<Condition> after = new ArrayList<>(before);
        for (ShockRule rule : shockRules) {
            int index = indexOf(after, subject, rule.name());
            if (index >= 0) {
                after.set(index, Condition.struck(after.get(index), rule, subject, at));
            } else {
                Condition struck = Condition.struck(null, rule, subject, at);
                after.add(struck);
                after.sort(Condition.ORDER);
                found.add(struck.fact(Optional.empty()));
            }
        }
        return after;
    }

    List<Condition> tick(List<Condition> before, Instant at, List<Fact> found) {
        List<Condition> after = new ArrayList<>(before);
        after.removeIf(condition -> {
            boolean isOver = condition.calms() && !condition.dueAt().isAfter(at);
            if (isOver) {
                tellOver(condition, condition.dueAt(), found);
            }
            return isOver;
        });
        after.replaceAll(condition -> {
            if (!condition.wakes() || !condition.isDue(at)) {
                return condition;
            }
            Condition due = condition.confirmed(condition.wakeAt());
            found.add(due.fact(Optional.empty()));
            return due;
        });
        return after;
    }

    /** Goes over to these rules: what nobody asks about any more ends here. */
    List<Condition> adopt(List<Condition> before, Instant at, List<Fact> found) {
        List<Condition> after = new ArrayList<>();
        for (Condition condition : before) {
            if (rules.stream().anyMatch(
                    rule -> rule.name().equals(condition.rule()) && rule.cause() == condition.cause())
                    && (!(condition.subject() instanceof Subject.ProbeIn in) || probes.contains(in.probe()))) {
                after.add(condition);
            } else {
                tellOver(condition, at, found);
            }
        }
        return after;
    }

    private static void tellOver(Condition condition, Instant at, List<Fact> found) {
        if (condition.confirmedAt().isPresent()) {
            found.add(condition.fact(Optional.of(at)));
        }
    }

    private static int indexOf(List<Condition> conditions, Subject subject, RuleName rule) {
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).isOf(subject, rule)) {
                return i;
            }
        }
        return -1;
    }
}
