package org.gardefroid.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.Event.BatteryLevel;
import org.gardefroid.telemetry.Event.DoorMoved;
import org.gardefroid.telemetry.Event.PowerChanged;
import org.gardefroid.telemetry.Event.VialsStruck;
import org.gardefroid.telemetry.Event.VialsTurned;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Temperature;

/**
 * Judges one equipment by one version of its settings: record after record, in order of time.
 *
 * <p>Pure: equal inputs give equal outputs, and an input given twice changes nothing the second time. Who feeds it in
 * which order is {@link Judge}'s business; what each kind of rule makes of it, its machine's.
 */
public final class EquipmentFold {

    private final EquipmentId equipment;
    private final TemperatureMachine temperatures;
    private final ConditionMachine conditions;
    private final ProbeWatch probeWatch;
    private final DoorCountMachine doorCounts;
    private final TrendMachine trends;
    private final List<DoorRule> doorRules;
    private final List<LastingRule> lastingRules;
    private final List<BatteryRule> batteryRules;
    private final Set<ProbeId> probes;
    private final boolean comparesProbes;

    public EquipmentFold(EquipmentSettings settings) {
        this.equipment = settings.equipment();
        this.temperatures = new TemperatureMachine(settings);
        this.conditions = new ConditionMachine(settings);
        this.probeWatch = new ProbeWatch(settings, conditions);
        this.doorCounts = new DoorCountMachine(settings);
        this.trends = new TrendMachine(settings, conditions);
        this.doorRules = settings.rules(DoorRule.class);
        this.lastingRules = settings.rules(LastingRule.class);
        this.batteryRules = settings.rules(BatteryRule.class);
        this.comparesProbes = !settings.rules(DisagreementRule.class).isEmpty();
        this.probes = settings.probes().stream().map(WatchedProbe::probe).collect(Collectors.toUnmodifiableSet());
    }

    public Step step(EquipmentState state, DatedRecord record) {
        List<Fact> found = new ArrayList<>(0);
        return new Step(step(state, record, found), found);
    }

    public Step step(EquipmentState state, Tick tick) {
        List<Fact> found = new ArrayList<>(0);
        return new Step(tick(state, tick.at(), found), found);
    }

    /** As {@link #step(EquipmentState, DatedRecord)}, with no list of its own for what is nearly always nothing. */
    EquipmentState step(EquipmentState state, DatedRecord record, List<Fact> found) {
        checkOrder(state, record.at());
        return switch (record) {
            case Reading(ProbeId probe, Instant at, Measurement measurement) when probes.contains(probe) ->
                switch (measurement) {
                    // A fault says nothing of the product: the time without a temperature goes on.
                    case ProbeFault fault ->
                        with(state, at, probeWatch.fault(state.conditions(), probe, at, found));
                    case Temperature temperature -> measured(state, probe, at, temperature, found);
                };
            case Reading elsewhere -> passed(state, elsewhere.at());
            case Occurrence(Instant at, Event event) -> happened(state, event, at, found);
        };
    }

    private EquipmentState measured(
            EquipmentState state, ProbeId probe, Instant at, Temperature temperature, List<Fact> found) {
        List<Condition> conditionsNow = probeWatch.heard(state.conditions(), probe, at, found);
        if (trends.isWatched(probe)) {
            List<Trend> after = trends.step(state.trends(), probe, at, temperature);
            return new EquipmentState(equipment, at, state.probes(),
                    trends.judge(conditionsNow, after, probe, at, found), state.doorCounts(), after);
        }
        if (!temperatures.isWatched(probe)) {
            return with(state, at, conditionsNow);
        }
        List<ProbeState> after = temperatures.step(state.probes(), probe, at, temperature, found);
        return new EquipmentState(equipment, at, after, probeWatch.measured(conditionsNow, after, probe, at, found),
                state.doorCounts(), state.trends());
    }

    private EquipmentState happened(EquipmentState state, Event event, Instant at, List<Fact> found) {
        return switch (event) {
            case DoorMoved(DoorId door, boolean open) -> new EquipmentState(equipment, at, state.probes(),
                    changed(state.conditions(), doorRules, new Subject.DoorOf(equipment, door), open, at, found),
                    doorCounts.moved(state.doorCounts(), door, open, at, found), state.trends());
            case PowerChanged(boolean mains) -> changed(state, Cause.MAINS_OFF, !mains, at, found);
            case VialsTurned(boolean upright) -> changed(state, Cause.NOT_UPRIGHT, !upright, at, found);
            case BatteryLevel level -> drained(state, level, at, found);
            case VialsStruck struck -> with(state, at,
                    conditions.struck(state.conditions(), new Subject.WholeEquipment(equipment), at, found));
            case Event other -> passed(state, at);
        };
    }

    private EquipmentState drained(EquipmentState state, BatteryLevel level, Instant at, List<Fact> found) {
        List<Condition> after = state.conditions();
        for (BatteryRule rule : batteryRules) {
            after = changed(after, List.of(rule), new Subject.WholeEquipment(equipment), rule.holds(level), at, found);
        }
        return with(state, at, after);
    }

    private EquipmentState changed(EquipmentState state, Cause cause, boolean isSo, Instant at, List<Fact> found) {
        List<LastingRule> rules = lastingRules.stream().filter(rule -> rule.cause() == cause).toList();
        return with(state, at,
                changed(state.conditions(), rules, new Subject.WholeEquipment(equipment), isSo, at, found));
    }

    private EquipmentState with(EquipmentState state, Instant at, List<Condition> after) {
        return new EquipmentState(equipment, at, state.probes(), after, state.doorCounts(), state.trends());
    }

    private List<Condition> changed(
            List<Condition> before, List<? extends ConditionRule> rules, Subject subject, boolean isSo, Instant at,
            List<Fact> found) {
        List<Condition> after = before;
        for (ConditionRule rule : rules) {
            after = isSo
                    ? conditions.seen(after, rule, subject, at, at, found)
                    : conditions.over(after, rule, subject, at, found);
        }
        return after;
    }

    /** Lets {@code at} come, without a record: what a rule waited for until then is so. */
    EquipmentState tick(EquipmentState state, Instant at, List<Fact> found) {
        checkOrder(state, at);
        return new EquipmentState(equipment, at, temperatures.tick(state.probes(), at, found),
                conditions.tick(state.conditions(), at, found), doorCounts.tick(state.doorCounts(), at, found),
                state.trends());
    }

    /**
     * Goes over to these settings, at {@code at}. What nobody asks about any more ends here, as a fact: the probe taken
     * out, the rule taken off.
     */
    EquipmentState adopt(EquipmentState state, Instant at, List<Fact> found) {
        checkOrder(state, at);
        return new EquipmentState(equipment, at, temperatures.adopt(state.probes(), at, found),
                conditions.adopt(state.conditions(), at, found), doorCounts.adopt(state.doorCounts(), at, found),
                trends.adopt(state.trends()));
    }

    private EquipmentState passed(EquipmentState state, Instant at) {
        return at.equals(state.judgedUpTo())
                ? state
                : with(state, at, state.conditions());
    }

    /** Whether what is made of either depends on the other, so that their order matters although they are of two things. */
    boolean compares(DatedRecord one, DatedRecord other) {
        return comparesProbes && one instanceof Reading a && other instanceof Reading b
                && temperatures.isWatched(a.probe()) && temperatures.isWatched(b.probe());
    }

    private void checkOrder(EquipmentState state, Instant at) {
        if (at.isBefore(state.judgedUpTo())) {
            throw new IllegalArgumentException(
                    equipment + " is judged up to " + state.judgedUpTo() + ", and this is late: " + at);
        }
    }
}
