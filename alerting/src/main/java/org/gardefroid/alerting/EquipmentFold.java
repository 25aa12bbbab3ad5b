package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Event.DoorMoved;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * Judges one equipment by one version of its settings: record after record, in order of time.
 *
 * <p>Pure: equal inputs give equal outputs, and an input given twice changes nothing the second time. Who feeds it in
 * which order is {@link Judge}'s business.
 */
public final class EquipmentFold {

    private final EquipmentId equipment;
    private final Duration longestGap;
    private final Set<ProbeId> productProbes;
    private final List<TemperatureRule> temperatureRules;
    private final List<DoorRule> doorRules;

    public EquipmentFold(EquipmentSettings settings) {
        this.equipment = settings.equipment();
        this.longestGap = settings.longestGap();
        this.productProbes = settings.productProbes();
        this.temperatureRules = settings.temperatureRules();
        this.doorRules = settings.doorRules();
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
                case Temperature temperature when productProbes.contains(probe) ->
                    temperature(state, probe, at, temperature, found);
                case Temperature temperature -> passed(state, at);
            };
            case Occurrence(Instant at, DoorMoved(DoorId door, boolean open)) -> open
                    ? opened(state, door, at)
                    : closed(state, door, at, found);
            case Occurrence other -> passed(state, other.at());
        };
    }

    private EquipmentState temperature(
            EquipmentState state, ProbeId probe, Instant at, Temperature temperature, List<Fact> found) {
        List<ProbeState> probes = state.probes();
        int index = indexOf(probes, probe);
        List<Run> runs = List.of();
        Duration gap = Duration.ZERO;
        if (index >= 0) {
            ProbeState before = probes.get(index);
            runs = before.runs();
            if (at.compareTo(before.gapAt()) >= 0) {
                gap = Duration.between(before.lastTemperatureAt(), at);
                found.add(EquipmentState.unobserved(new Subject.ProbeIn(equipment, probe), before, Optional.of(at)));
            }
        }
        if (!runs.isEmpty() || isOut(temperature)) {
            runs = judge(probe, runs, at, temperature, gap, found);
        }
        // Times are whole milliseconds: exactly longestGap apart is not yet too far.
        ProbeState after = new ProbeState(probe, at, at.plus(longestGap).plusMillis(1), false, runs);
        return new EquipmentState(equipment, at, with(probes, index, after), state.doors());
    }

    private boolean isOut(Temperature temperature) {
        for (int i = 0; i < temperatureRules.size(); i++) {
            if (temperatureRules.get(i).bound().isCrossedBy(temperature)) {
                return true;
            }
        }
        return false;
    }

    private List<Run> judge(
            ProbeId probe, List<Run> runs, Instant at, Temperature temperature, Duration gap, List<Fact> found) {
        Subject subject = new Subject.ProbeIn(equipment, probe);
        List<Run> after = new ArrayList<>(temperatureRules.size());
        for (TemperatureRule rule : temperatureRules) {
            RunState before = stateOf(runs, rule.name());
            switch (rule) {
                case ExcursionRule run -> {
                    ExcursionRule.Verdict verdict = run.step(
                            before instanceof ExcursionState state ? state : ExcursionState.IN_RANGE, subject, at,
                            temperature, gap);
                    verdict.excursion().ifPresent(found::add);
                    if (!(verdict.state() instanceof ExcursionState.InRange)) {
                        after.add(new Run(rule.name(), verdict.state()));
                    }
                }
                case CumulativeRule sum -> {
                    Tally tally = sum.step(before instanceof Tally state ? state : null, subject, at, temperature, gap,
                            found);
                    if (tally != null) {
                        after.add(new Run(rule.name(), tally));
                    }
                }
            }
        }
        return after;
    }

    private EquipmentState opened(EquipmentState state, DoorId door, Instant at) {
        if (doorRules.isEmpty() || state.doors().stream().anyMatch(open -> open.door().equals(door))) {
            return passed(state, at);
        }
        List<OpenDoor> doors = new ArrayList<>(state.doors());
        for (DoorRule rule : doorRules) {
            doors.add(new OpenDoor(door, rule.name(), rule.severity(), at, at.plus(rule.longestOpen()), false));
        }
        doors.sort(OpenDoor.ORDER);
        return new EquipmentState(equipment, at, state.probes(), List.copyOf(doors));
    }

    private EquipmentState closed(EquipmentState state, DoorId door, Instant at, List<Fact> found) {
        List<OpenDoor> still = new ArrayList<>(state.doors().size());
        for (OpenDoor open : state.doors()) {
            if (!open.door().equals(door)) {
                still.add(open);
            } else if (open.dueAt().compareTo(at) <= 0) {
                found.add(open.fact(equipment, Optional.of(at)));
            }
        }
        return new EquipmentState(equipment, at, state.probes(), List.copyOf(still));
    }

    /** What has come due by {@code at} without any record: a gap grown too long, a door left open. */
    EquipmentState tick(EquipmentState state, Instant at, List<Fact> found) {
        checkOrder(state, at);
        List<ProbeState> probes = new ArrayList<>(state.probes());
        probes.replaceAll(probe -> {
            if (probe.gapTold() || probe.gapAt().isAfter(at)) {
                return probe;
            }
            found.add(EquipmentState.unobserved(new Subject.ProbeIn(equipment, probe.probe()), probe,
                    Optional.empty()));
            return new ProbeState(probe.probe(), probe.lastTemperatureAt(), probe.gapAt(), true, probe.runs());
        });
        List<OpenDoor> doors = new ArrayList<>(state.doors());
        doors.replaceAll(door -> {
            if (door.told() || door.dueAt().isAfter(at)) {
                return door;
            }
            found.add(door.fact(equipment, Optional.empty()));
            return door.asTold();
        });
        return new EquipmentState(equipment, at, List.copyOf(probes), List.copyOf(doors));
    }

    /**
     * Goes over to these settings, at {@code at}. What nobody asks about any more ends here, as a fact: the probe taken
     * out, the rule taken off.
     */
    EquipmentState adopt(EquipmentState state, Instant at, List<Fact> found) {
        checkOrder(state, at);
        List<ProbeState> probes = new ArrayList<>();
        for (ProbeState probe : state.probes()) {
            boolean isWatched = productProbes.contains(probe.probe());
            List<Run> runs = new ArrayList<>();
            for (Run run : probe.runs()) {
                if (isWatched && temperatureRules.stream().anyMatch(run::isOf)) {
                    runs.add(run);
                } else {
                    run.endedBySettings(new Subject.ProbeIn(equipment, probe.probe()), at).ifPresent(found::add);
                }
            }
            if (isWatched) {
                probes.add(new ProbeState(probe.probe(), probe.lastTemperatureAt(), probe.gapAt(), probe.gapTold(),
                        runs));
            } else if (probe.gapTold()) {
                found.add(EquipmentState.unobserved(new Subject.ProbeIn(equipment, probe.probe()), probe,
                        Optional.of(at)));
            }
        }
        List<OpenDoor> doors = new ArrayList<>();
        for (OpenDoor door : state.doors()) {
            if (doorRules.stream().anyMatch(rule -> rule.name().equals(door.rule()))) {
                doors.add(door);
            } else if (door.told()) {
                found.add(door.fact(equipment, Optional.of(at)));
            }
        }
        return new EquipmentState(equipment, at, List.copyOf(probes), List.copyOf(doors));
    }

    private EquipmentState passed(EquipmentState state, Instant at) {
        return at.equals(state.judgedUpTo())
                ? state
                : new EquipmentState(equipment, at, state.probes(), state.doors());
    }

    private void checkOrder(EquipmentState state, Instant at) {
        if (at.isBefore(state.judgedUpTo())) {
            throw new IllegalArgumentException(
                    equipment + " is judged up to " + state.judgedUpTo() + ", and this is late: " + at);
        }
    }

    private static @Nullable RunState stateOf(List<Run> runs, RuleName rule) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).rule().equals(rule)) {
                return runs.get(i).state();
            }
        }
        return null;
    }

    private static int indexOf(List<ProbeState> probes, ProbeId probe) {
        for (int i = 0; i < probes.size(); i++) {
            if (probes.get(i).probe().equals(probe)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code probes}, always in order of name, with this one in its place. */
    private static List<ProbeState> with(List<ProbeState> probes, int index, ProbeState probe) {
        if (probes.size() <= 1 && index == 0) {
            return List.of(probe);
        }
        List<ProbeState> after = new ArrayList<>(probes.size() + 1);
        after.addAll(probes);
        if (index >= 0) {
            after.set(index, probe);
            return after;
        }
        after.add(probe);
        after.sort((a, b) -> a.probe().compareTo(b.probe()));
        return after;
    }
}
