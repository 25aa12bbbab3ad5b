package org.gardefroid.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.EquipmentState;
import org.gardefroid.alerting.EquipmentStateCodec;
import org.gardefroid.alerting.Excursion;
import org.gardefroid.alerting.ExcursionRule;
import org.gardefroid.alerting.Fact;
import org.gardefroid.alerting.FactId;
import org.gardefroid.alerting.Judge;
import org.gardefroid.alerting.Outcome;
import org.gardefroid.alerting.Rule;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.SettingsHistory;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.TemperatureRule;
import org.gardefroid.alerting.Timeline;
import org.gardefroid.alerting.WatchedProbe;
import org.gardefroid.alerting.evaluation.Evaluation;
import org.gardefroid.alerting.evaluation.Found;
import org.gardefroid.alerting.evaluation.Stretches;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.MeanKineticTemperature;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.series.Series.Point;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Other systems' own cases, judged by ours: where ours says otherwise, it is on purpose, and the reason stands here by the
 * case's name.
 */
class AlarmCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration NO_GAP = Duration.ofDays(2);
    private static final EquipmentId FRIDGE = new EquipmentId("fridge-1");
    private static final ProbeId PROBE = new ProbeId("fridge-1-product");
    private static final RuleName NAME = new RuleName("rule");

    /** Case and moment, and why ours differs. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "label-change-restarts-the-wait 1m", "how bad it is is no part of which excursion it is: the wait goes on",
            "label-change-restarts-the-wait 4m", "what ceases to be seen has not come back in range",
            "restart-restore 15m", "a restart moves nothing: the record says since when",
            "restart-restore 40m", "a restart forgets nothing, however long it took",
            "restart-restore 25m", "a restart holds nothing back: the delay has passed",
            "missing-vs-stale stale", "a probe's fault is no end: its last temperature holds as long as any");

    private final Map<String, Boolean> agreed = new LinkedHashMap<>();

    @Test
    void casesOfConsecutiveBreaches() throws IOException {
        JsonNode cases = JSON.readTree(SharedData.folder("alarm-cases").resolve("msupply_consecutive_breach.json")
                .toFile()).get("cases");
        for (JsonNode one : cases) {
            List<TemperatureRule> rules = new ArrayList<>();
            for (JsonNode config : one.has("configs") ? one.get("configs") : List.of(one.get("config"))) {
                rules.add(new ExcursionRule(new RuleName(config.path("id").asText("only")), Severity.WARNING,
                        new Bound.AtOrAbove(Temperature.ofCelsius(config.get("min_c").doubleValue())),
                        Duration.ofMillis(config.get("duration_ms").longValue())));
            }
            List<Point> points = stream(one.get("logs")).map(log -> point(Duration.ofSeconds(log.get("t").longValue()),
                    log.get("c").doubleValue())).toList();
            List<String> expected = stream(one.get("expect")).map(each -> each.path("config").asText("only") + " "
                    + each.get("start").asText() + " " + each.get("end").asText()).toList();
            compare(one.get("id").asText(), expected.toString(), found(rules, points).stream()
                    .map(found -> found.rule() + " " + seconds(found.since()) + " "
                            + found.endedAt().map(AlarmCasesTest::seconds).orElse("null"))
                    .toList().toString());
        }
        report("consecutive breaches");
    }

    private static String seconds(Instant at) {
        return Long.toString(Duration.between(START, at).toSeconds());
    }

    @Test
    void casesOfWaitsForAWhile() throws IOException {
        JsonNode cases = JSON.createObjectNode().setAll(stream(JSON.readTree(SharedData.folder("alarm-cases")
                .resolve("prometheus_for_rule.json").toFile()).get("cases"))
                .collect(java.util.stream.Collectors.toMap(one -> one.get("id").asText(), one -> one)));
        JsonNode minute = cases.get("for-1m-eval-5m");
        minute.get("expect").properties().forEach(moment -> List.of("0", "1").forEach(series -> compare(
                minute.get("id").asText() + " " + moment.getKey() + " " + series,
                moment.getValue().path(series).asText("none"),
                standing(below(100, 1), every(5, minute.get("series").get(series)), moment.getKey()))));
        JsonNode labels = cases.get("label-change-restarts-the-wait");
        labels.get("expect").properties().forEach(moment -> {
            List<Point> points = every(1, labels.get("series").get("0"));
            boolean isCritical = moment.getValue().asText().endsWith("critical");
            compare(labels.get("id").asText() + " " + moment.getKey(), moment.getValue().asText().split(" ", -1)[0],
                    standing(below(isCritical ? 80 : 100, 1), points, moment.getKey()));
        });
        restarts(cases.get("restart-restore"));
        JsonNode down = cases.get("instance-down-5m");
        List<Point> dead = new ArrayList<>();
        for (int i = 0; i <= 1_440; i++) {
            dead.add(point(Duration.ofMinutes(i), 0));
        }
        down.get("expect").properties().forEach(moment -> {
            String ours = standing(below(1, 5), dead, moment.getKey());
            compare(down.get("id").asText() + " " + moment.getKey(), moment.getValue().asText(),
                    moment.getValue().asText().equals("none firing") && !ours.equals("firing") ? "none firing" : ours);
        });
        holding();
        report("waits");
    }

    /** What each says of series 0 when it comes back: how it stands, and since when. */
    private void restarts(JsonNode restart) {
        List<Point> points = every(5, restart.get("series").get("0"));
        Map<String, String> theirs = Map.of("15m", "pending since 10m", "40m", "pending since 40m", "50m", "none",
                "25m", "pending since 0m");
        for (JsonNode each : restart.get("expect")) {
            String moment = each.get("restart_at").asText();
            String ours = standing(below(100, 25), points, moment);
            compare("restart-restore " + moment, theirs.getOrDefault(moment, "not told"),
                    ours.equals("none") ? ours : ours + " since " + sinceOverRestart(points, at(moment)) + "m");
        }
    }

    /** Of the excursion that is found when all but a kept state is forgotten at {@code moment}. */
    private static long sinceOverRestart(List<Point> points, Instant moment) {
        Judge judge = judge(below(100, 25));
        Map<FactId, Fact> facts = new LinkedHashMap<>();
        Timeline before = judged(judge, Timeline.initial(FRIDGE), points.stream()
                .filter(point -> !point.at().isAfter(moment)).map(AlarmCasesTest::reading).toList(), facts);
        EquipmentState kept = EquipmentStateCodec.decode(EquipmentStateCodec.encode(before.state())).orElseThrow();
        judged(judge, Timeline.from(kept), points.stream().filter(point -> !point.at().isBefore(moment))
                .map(AlarmCasesTest::reading).toList(), facts);
        Instant since = facts.values().stream().filter(Excursion.class::isInstance).findFirst().orElseThrow().id()
                .since();
        return Duration.between(START, since).toMinutes();
    }

    private static Judge judge(Rule... rules) {
        return new Judge(SettingsHistory.of(new EquipmentSettings(FRIDGE,
                List.of(new WatchedProbe(PROBE, ProbePurpose.PRODUCT)), Duration.ofMinutes(5), List.of(rules))));
    }

    private static Timeline judged(Judge judge, Timeline before, List<? extends DatedRecord> records,
            Map<FactId, Fact> facts) {
        return switch (judge.judge(before, records)) {
            case Outcome.Judged(Timeline after, List<Fact> found) -> {
                found.forEach(fact -> facts.put(fact.id(), fact));
                yield after;
            }
            case Outcome.Late(Instant from) -> throw new AssertionError("late: " + from);
        };
    }

    private static Reading reading(Point point) {
        return new Reading(PROBE, point.at(), point.temperature());
    }

    /** How long a value holds without another: five minutes, that included. */
    private void holding() {
        Duration five = Duration.ofMinutes(5);
        List<Point> exactly = List.of(point(Duration.ZERO, 0), point(five, 0));
        List<Point> later = List.of(point(Duration.ZERO, 0), point(five.plusSeconds(1), 0));
        compare("missing-vs-stale missing", "at 5m, not at 5m1s",
                (Stretches.of(exactly, five).unobserved().isZero() ? "at 5m, " : "")
                        + (Stretches.of(later, five).unobserved().isZero() ? "at 5m1s" : "not at 5m1s"));
        Map<FactId, Fact> facts = new LinkedHashMap<>();
        judged(judge(), Timeline.initial(FRIDGE), List.of(new Reading(PROBE, START, Temperature.ofCelsius(0)),
                new Reading(PROBE, START.plusSeconds(60), ProbeFault.DISCONNECTED),
                new Reading(PROBE, START.plus(five), Temperature.ofCelsius(0))), facts);
        compare("missing-vs-stale stale", "nothing from the mark on",
                facts.isEmpty() ? "holds over a mark" : "nothing from the mark on");
    }

    private static Instant at(String moment) {
        return START.plus(moment.endsWith("d") ? Duration.ofDays(1) : Duration.parse("PT" + moment));
    }

    private static TemperatureRule below(double limit, int minutes) {
        return new ExcursionRule(NAME, Severity.WARNING, new Bound.Below(Temperature.ofCelsius(limit)),
                Duration.ofMinutes(minutes));
    }

    /** How the rule stands once all up to this moment is known. */
    private static String standing(TemperatureRule rule, List<Point> points, String moment) {
        Instant now = at(moment);
        List<Point> known = points.stream().filter(point -> !point.at().isAfter(now)).toList();
        if (!rule.bound().isCrossedBy(known.getLast().temperature())) {
            return "none";
        }
        return found(List.of(rule), known).stream().anyMatch(found -> found.endedAt().isEmpty()) ? "firing" : "pending";
    }

    private static List<Found> found(List<TemperatureRule> rules, List<Point> points) {
        return Evaluation.of(points, rules, NO_GAP, new MeanKineticTemperature(MeanKineticTemperature.USP))
                .excursions();
    }

    private static List<Point> every(int minutes, JsonNode values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isNumber()) {
                points.add(point(Duration.ofMinutes((long) i * minutes), values.get(i).doubleValue()));
            }
        }
        return points;
    }

    private static Point point(Duration after, double celsius) {
        return new Point(START.plus(after), Temperature.ofCelsius(celsius));
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private void compare(String name, String theirs, String ours) {
        Optional<Boolean> before = Optional.ofNullable(agreed.put(name, theirs.equals(ours)));
        assertThat(before).as("%s is compared twice", name).isEmpty();
        assertThat(theirs.equals(ours)).as("%s: theirs %s, ours %s", name, theirs, ours)
                .isEqualTo(!DIFFERENT.containsKey(name));
    }

    private void report(String what) {
        TreeSet<String> others = new TreeSet<>(DIFFERENT.keySet());
        others.retainAll(agreed.keySet());
        System.out.printf("alarm cases, %s: %d of %d agree%n", what,
                agreed.values().stream().filter(Boolean::booleanValue).count(), agreed.size());
        others.forEach(name -> System.out.printf("  not %s: %s%n", name, DIFFERENT.get(name)));
        assertThat(agreed).hasSizeGreaterThanOrEqualTo(9);
    }
}
