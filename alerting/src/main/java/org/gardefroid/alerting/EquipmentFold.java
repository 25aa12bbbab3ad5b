package org.gardefroid.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Event.DoorMoved;
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
    private final List<DoorRule> doorRules;

    public EquipmentFold(EquipmentSettings settings) {
        this.equipment = settings.equipment();
        this.temperatures = new TemperatureMachine(settings);
        this.conditions = new ConditionMachine(settings);
        this.doorRules = settings.rules(DoorRule.class);
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
            case Reading(ProbeId probe, Instant at, Measurement measurement) -> switch (measurement) {
                // A fault says nothing of the product: the time without a temperature goes on.
                case ProbeFault fault -> passed(state, at);
                case Temperature temperature when temperatures.isWatched(probe) -> new EquipmentState(equipment, at,
                        temperatures.step(state.probes(), probe, at, temperature, found), state.conditions());
                case Temperature temperature -> passed(state, at);
            };
            case Occurrence(Instant at, DoorMoved moved) -> new EquipmentState(equipment, at, state.probes(),
                    moved(state.conditions(), moved, at, found));
            case Occurrence other -> passed(state, other.at());
        };
    }

    private List<Condition> moved(List<Condition> before, DoorMoved moved, Instant at, List<Fact> found) {
        Subject door = new Subject.DoorOf(equipment, moved.door());
        List<Condition> after = before;
        for (DoorRule rule : doorRules) {
            after = moved.open()
                    ? conditions.seen(after, rule, door, at, at, found)
                    : conditions.over(after, rule, door, at, found);
        }
        return after;
    }

    /** Lets {@code at} come, without a record: what a rule waited for until then is so. */
    EquipmentState tick(EquipmentState state, Instant at, List<Fact> found) {
        checkOrder(state, at);
        return new EquipmentState(equipment, at, temperatures.tick(state.probes(), at, found),
                conditions.tick(state.conditions(), at, found));
    }

    /**
     * Goes over to these settings, at {@code at}. What nobody asks about any more ends here, as a fact: the probe taken
     * out, the rule taken off.
     */
    EquipmentState adopt(EquipmentState state, Instant at, List<Fact> found) {
        checkOrder(state, at);
        return new EquipmentState(equipment, at, temperatures.adopt(state.probes(), at, found),
                conditions.adopt(state.conditions(), at, found));
    }

    private EquipmentState passed(EquipmentState state, Instant at) {
        return at.equals(state.judgedUpTo())
                ? state
                : new EquipmentState(equipment, at, state.probes(), state.conditions());
    }

    private void checkOrder(EquipmentState state, Instant at) {
        if (at.isBefore(state.judgedUpTo())) {
            throw new IllegalArgumentException(
                    equipment + " is judged up to " + state.judgedUpTo() + ", and this is late: " + at);
        }
    }
}
