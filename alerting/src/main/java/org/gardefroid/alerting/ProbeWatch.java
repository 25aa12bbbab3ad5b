package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;

/** Whether the probes themselves can be believed: faulty, stuck, or at odds with each other. */
final class ProbeWatch {

    private final EquipmentId equipment;
    private final ConditionMachine conditions;
    private final List<LastingRule> faultRules;
    private final List<StuckRule> stuckRules;
    private final List<DisagreementRule> disagreementRules;

    ProbeWatch(EquipmentSettings settings, ConditionMachine conditions) {
        this.equipment = settings.equipment();
        this.conditions = conditions;
        this.faultRules = settings.rules(LastingRule.class).stream()
                .filter(rule -> rule.cause() == Cause.PROBE_FAULT).toList();
        this.stuckRules = settings.rules(StuckRule.class);
        this.disagreementRules = settings.rules(DisagreementRule.class);
    }

    List<Condition> fault(List<Condition> before, ProbeId probe, Instant at, List<Fact> found) {
        Subject subject = new Subject.ProbeIn(equipment, probe);
        List<Condition> after = before;
        for (LastingRule rule : faultRules) {
            after = conditions.seen(after, rule, subject, at, at, found);
        }
        return after;
    }

    /** It has given a temperature. */
    List<Condition> heard(List<Condition> before, ProbeId probe, Instant at, List<Fact> found) {
        if (before.isEmpty() || faultRules.isEmpty()) {
            return before;
        }
        Subject subject = new Subject.ProbeIn(equipment, probe);
        List<Condition> after = before;
        for (LastingRule rule : faultRules) {
            after = conditions.over(after, rule, subject, at, found);
        }
        return after;
    }

    /** @param probes as they stand with this temperature of {@code probe} */
    List<Condition> measured(
            List<Condition> before, List<ProbeState> probes, ProbeId probe, Instant at, List<Fact> found) {
        List<Condition> after = before;
        for (int i = 0; i < stuckRules.size(); i++) {
            after = stuck(after, stuckRules.get(i), probes, probe, at, found);
        }
        if (probes.size() > 1) {
            for (DisagreementRule rule : disagreementRules) {
                after = disagreement(after, rule, probes, at, found);
            }
        }
        return after;
    }

    private List<Condition> stuck(
            List<Condition> before, StuckRule rule, List<ProbeState> probes, ProbeId probe, Instant at,
            List<Fact> found) {
        for (ProbeState state : probes) {
            if (state.probe().equals(probe)) {
                if (Duration.between(state.steadySince(), at).compareTo(rule.longest()) >= 0) {
                    return conditions.seen(before, rule, state.subject(equipment), state.steadySince(), at, found);
                }
                return state.isSteady()
                        ? before
                        : conditions.over(before, rule, state.subject(equipment), at, found);
            }
        }
        return before;
    }

    private List<Condition> disagreement(
            List<Condition> before, DisagreementRule rule, List<ProbeState> probes, Instant at, List<Fact> found) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (ProbeState state : probes) {
            if (state.gapAt().isAfter(at)) {
                lowest = Math.min(lowest, state.last().milliCelsius());
                highest = Math.max(highest, state.last().milliCelsius());
            }
        }
        Subject subject = new Subject.WholeEquipment(equipment);
        return highest - lowest > rule.mostMilliCelsius()
                ? conditions.seen(before, rule, subject, at, at, found)
                : conditions.over(before, rule, subject, at, found);
    }
}
