package org.gardefroid.alerting.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.alerting.CumulativeExcursion;
import org.gardefroid.alerting.CumulativeRule;
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.Excursion;
import org.gardefroid.alerting.ExcursionRule;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.Judge;
import org.gardefroid.alerting.Outcome;
import org.gardefroid.alerting.Rule;
import org.gardefroid.alerting.SettingsHistory;
import org.gardefroid.alerting.TemperatureRule;
import org.gardefroid.alerting.Timeline;
import org.gardefroid.alerting.WatchedProbe;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.MeanKineticTemperature;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.series.Series.Point;

/**
 * What rules find in a file, by the same {@link Judge} as everywhere else.
 *
 * <p>A gap ends a stretch here, where judging live would call "hot, gap, hot" a possible excursion: a file holds all that
 * will ever be known, and each line is to be proven by its readings. So each stretch is judged by itself; only the rules of
 * sums, which never count a gap, go over the whole.
 *
 * @param excursions by their beginning, then by rule
 */
public record Evaluation(List<Found> excursions, Summary summary) {

    private static final EquipmentId FILE = new EquipmentId("file");
    private static final ProbeId PROBE = new ProbeId("file");

    /** @param points in order of time, each time once, at least one */
    public static Evaluation of(List<Point> points, List<TemperatureRule> rules, Duration greatestGap,
            MeanKineticTemperature kinetic) {
        Stretches stretches = Stretches.of(points, greatestGap);
        List<Found> found = new ArrayList<>();
        Judge runs = judge(rules.stream().filter(ExcursionRule.class::isInstance).map(ExcursionRule.class::cast)
                .map(Evaluation::withoutHysteresis).toList(), greatestGap);
        Instant end = points.getLast().at();
        for (List<Point> stretch : stretches.each()) {
            boolean isLast = stretch.getLast().at().equals(end);
            facts(runs, stretch).forEach(fact -> found.add(run((Excursion) fact, stretch.getLast().at(), isLast)));
        }
        Judge sums = judge(rules.stream().filter(CumulativeRule.class::isInstance).toList(), greatestGap);
        facts(sums, points).forEach(fact -> found.add(sum((CumulativeExcursion) fact)));
        List<String> order = rules.stream().map(rule -> rule.name().value()).toList();
        found.sort(Comparator.comparing(Found::since).thenComparingInt(each -> order.indexOf(each.rule().value())));
        return new Evaluation(found, summary(points, stretches.unobserved(), kinetic));
    }

    /** In a file, an excursion ends with the first reading back in: there is nobody to be called twice. */
    private static ExcursionRule withoutHysteresis(ExcursionRule rule) {
        return new ExcursionRule(rule.name(), rule.severity(), rule.bound(), rule.delay());
    }

    private static Judge judge(List<? extends Rule> rules, Duration greatestGap) {
        return new Judge(SettingsHistory.of(new EquipmentSettings(FILE,
                List.of(new WatchedProbe(PROBE, ProbePurpose.PRODUCT)), greatestGap, List.copyOf(rules))));
    }

    private static Collection<Fact> facts(Judge judge, List<Point> points) {
        List<Reading> readings = points.stream().map(point -> new Reading(PROBE, point.at(), point.temperature()))
                .toList();
        Map<FactId, Fact> facts = new LinkedHashMap<>();
        switch (judge.judge(Timeline.initial(FILE), readings)) {
            case Outcome.Judged(Timeline timeline, List<Fact> found) -> {
                found.forEach(fact -> facts.put(fact.id(), fact));
                timeline.state().ongoing().forEach(fact -> facts.put(fact.id(), fact)); // sums, up to the last reading
            }
            case Outcome.Late(Instant from) -> throw new IllegalArgumentException("before any clock: " + from);
        }
        facts.values().removeIf(fact -> !(fact instanceof Excursion || fact instanceof CumulativeExcursion));
        return facts.values();
    }

    private static Found run(Excursion excursion, Instant last, boolean isLast) {
        Optional<Instant> endedAt = excursion.isOngoing() && !isLast ? Optional.of(last) : excursion.endedAt();
        Instant since = excursion.id().since();
        return new Found(excursion.id().rule(), since, excursion.confirmedAt(), endedAt,
                Duration.between(since, endedAt.orElse(last)), excursion.worst());
    }

    private static Found sum(CumulativeExcursion sum) {
        return new Found(sum.id().rule(), sum.id().since(), sum.confirmedAt(), sum.endedAt(), sum.timeOut(),
                sum.worst());
    }

    private static Summary summary(List<Point> points, Duration unobserved, MeanKineticTemperature kinetic) {
        List<Temperature> temperatures = points.stream().map(Point::temperature).toList();
        var celsius = temperatures.stream().mapToInt(Temperature::milliCelsius).summaryStatistics();
        return new Summary(points.size(), unobserved, celsius.getMin() / 1_000.0, celsius.getMax() / 1_000.0,
                celsius.getAverage() / 1_000, kinetic.celsius(temperatures));
    }
}
