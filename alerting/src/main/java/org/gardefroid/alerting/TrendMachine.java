package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Temperature;

/** Follows how the air changes. */
final class TrendMachine {

    private final EquipmentId equipment;
    private final Duration longestGap;
    private final Duration longest;
    private final ConditionMachine conditions;
    private final List<TrendRule> rules;
    private final Set<ProbeId> airProbes;

    TrendMachine(EquipmentSettings settings, ConditionMachine conditions) {
        this.equipment = settings.equipment();
        this.longestGap = settings.longestGap();
        this.conditions = conditions;
        this.rules = settings.rules(TrendRule.class);
        this.longest = rules.stream().map(TrendRule::over).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        this.airProbes = settings.probes().stream().filter(probe -> probe.purpose() == ProbePurpose.AIR)
                .map(WatchedProbe::probe).collect(Collectors.toUnmodifiableSet());
    }

    boolean isWatched(ProbeId probe) {
        return !rules.isEmpty() && airProbes.contains(probe);
    }

    List<Trend> step(List<Trend> before, ProbeId probe, Instant at, Temperature temperature) {
        List<Trend> after = new ArrayList<>(before);
        Trend trend = of(before, probe);
        after.remove(trend);
        after.add(trend.with(at, temperature, longestGap, longest));
        after.sort(Comparator.comparing(Trend::probe));
        return after;
    }

    List<Condition> judge(
            List<Condition> before, List<Trend> trends, ProbeId probe, Instant at, List<Fact> found) {
        Trend trend = of(trends, probe);
        Subject subject = new Subject.ProbeIn(equipment, probe);
        List<Condition> after = before;
        for (TrendRule rule : rules) {
            Optional<Trend.Line> line = switch (rule) {
                case RateRule rate -> trend.line(rate.over());
                case ForecastRule ahead -> trend.calmLine(ahead.over(), ahead.bound().isUpper());
            };
            boolean isSo = after.stream().anyMatch(condition -> condition.isOf(subject, rule.name()));
            if (line.isPresent()) { // too little seen neither begins nor ends anything
                after = rule.holds(line.get().nowMilliCelsius(), line.get().milliCelsiusPerHour(), isSo)
                        ? conditions.seen(after, rule, subject, at, at, found)
                        : conditions.over(after, rule, subject, at, found);
            }
        }
        return after;
    }

    List<Trend> adopt(List<Trend> before) {
        return before.stream().filter(trend -> isWatched(trend.probe())).toList();
    }

    private static Trend of(List<Trend> trends, ProbeId probe) {
        return trends.stream().filter(trend -> trend.probe().equals(probe)).findFirst()
                .orElse(new Trend(probe, List.of()));
    }
}
