package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;
import org.jspecify.annotations.Nullable;

/** Judges each product probe by the rules of temperature, and tells what nobody saw of it. */
final class TemperatureMachine {

    private final EquipmentId equipment;
    private final Duration longestGap;
    private final Set<ProbeId> productProbes;
    private final List<TemperatureRule> rules;

    TemperatureMachine(EquipmentSettings settings) {
        this.equipment = settings.equipment();
        this.longestGap = settings.longestGap();
        this.productProbes = settings.productProbes();
        this.rules = settings.rules(TemperatureRule.class);
    }

    boolean isWatched(ProbeId probe) {
        return productProbes.contains(probe);
    }

    List<ProbeState> step(
            List<ProbeState> probes, ProbeId probe, Instant at, Temperature temperature, List<Fact> found) {
        int index = indexOf(probes, probe);
        List<Run> runs = List.of();
        Duration gap = Duration.ZERO;
        Instant steadySince = at;
        boolean isSteady = false;
        if (index >= 0) {
            ProbeState before = probes.get(index);
            runs = before.runs();
            if (at.compareTo(before.gapAt()) >= 0) {
                gap = Duration.between(before.lastTemperatureAt(), at);
                found.add(before.unobserved(equipment, Optional.of(at)));
            }
            isSteady = before.last().equals(temperature);
            steadySince = isSteady && gap.isZero() ? before.steadySince() : at;
        }
        if (!runs.isEmpty() || isOut(temperature)) {
            runs = judge(probe, runs, at, temperature, gap, found);
        }
        // Times are whole milliseconds: exactly longestGap apart is not yet too far.
        return with(probes, index, new ProbeState(probe, at, temperature, steadySince, isSteady,
                at.plus(longestGap).plusMillis(1), false, runs));
    }

    /** From {@code at} on, what has no temperature is unobserved. */
    List<ProbeState> tick(List<ProbeState> probes, Instant at, List<Fact> found) {
        List<ProbeState> after = new ArrayList<>(probes);
        after.replaceAll(probe -> {
            if (probe.gapTold() || probe.gapAt().isAfter(at)) {
                return probe;
            }
            found.add(probe.unobserved(equipment, Optional.empty()));
            return probe.with(true, probe.runs());
        });
        return List.copyOf(after);
    }

    List<ProbeState> adopt(List<ProbeState> probes, Instant at, List<Fact> found) {
        List<ProbeState> after = new ArrayList<>();
        for (ProbeState probe : probes) {
            boolean isWatched = isWatched(probe.probe());
            List<Run> runs = new ArrayList<>();
            for (Run run : probe.runs()) {
                if (isWatched && rules.stream().anyMatch(run::isOf)) {
                    runs.add(run);
                } else {
                    run.endedBySettings(probe.subject(equipment), at).ifPresent(found::add);
                }
            }
            if (isWatched) {
                after.add(probe.with(probe.gapTold(), runs));
            } else if (probe.gapTold()) {
                found.add(probe.unobserved(equipment, Optional.of(at)));
            }
        }
        return List.copyOf(after);
    }

    private boolean isOut(Temperature temperature) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).bound().isCrossedBy(temperature)) {
                return true;
            }
        }
        return false;
    }

    private List<Run> judge(
            ProbeId probe, List<Run> runs, Instant at, Temperature temperature, Duration gap, List<Fact> found) {
        Subject subject = new Subject.ProbeIn(equipment, probe);
        List<Run> after = new ArrayList<>(rules.size());
        for (TemperatureRule rule : rules) {
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
