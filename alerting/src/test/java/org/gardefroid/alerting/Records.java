package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Event.DoorMoved;
import org.gardefroid.telemetry.Occurrence;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Reading;
import org.gardefroid.telemetry.Temperature;

/** Records of one fridge, in minutes from eight in the morning. */
final class Records {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final EquipmentId FRIDGE = new EquipmentId("fridge-1");
    static final ProbeId TOP = new ProbeId("fridge-1-top");
    static final ProbeId BOTTOM = new ProbeId("fridge-1-bottom");
    static final ProbeId AIR = new ProbeId("fridge-1-air");
    static final DoorId DOOR = new DoorId("fridge-1-door");
    static final Subject TOP_PROBE = new Subject.ProbeIn(FRIDGE, TOP);

    /** What stands for a faulty reading among temperatures. */
    static final double FAULT = Double.NaN;

    static final RuleName HIGH = new RuleName("high");
    static final RuleName LOW = new RuleName("low");
    static final RuleName FREEZE = new RuleName("freeze");
    static final RuleName LEFT_OPEN = new RuleName("door");

    private Records() {}

    static Instant at(double minutes) {
        return START.plusMillis(Math.round(minutes * 60_000));
    }

    static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    static Temperature celsius(double celsius) {
        return Temperature.ofCelsius(celsius);
    }

    static Reading reading(ProbeId probe, double minutes, double celsius) {
        return new Reading(probe, at(minutes),
                Double.isNaN(celsius) ? ProbeFault.DISCONNECTED : Temperature.ofCelsius(celsius));
    }

    static Reading top(double minutes, double celsius) {
        return reading(TOP, minutes, celsius);
    }

    static Occurrence door(double minutes, boolean open) {
        return new Occurrence(at(minutes), new DoorMoved(DOOR, open));
    }

    /** Readings of the top probe, the first at eight, one every so many minutes. */
    static List<DatedRecord> every(int minutes, double... celsius) {
        List<DatedRecord> readings = new ArrayList<>();
        for (int i = 0; i < celsius.length; i++) {
            readings.add(top((double) i * minutes, celsius[i]));
        }
        return readings;
    }

    static ExcursionRule high(long minutes) {
        return new ExcursionRule(HIGH, Severity.WARNING, new Bound.Above(celsius(8)), minutes(minutes));
    }

    /**
     * High for 30 minutes, in all for 90 and within a day of Auckland for 60, low for 15, freezing for 60, a door for 5;
     * a door twice an hour, the mains for 10, a fault for 15, the same for 60, 2 °C apart for 20; half an hour without a reading is a gap.
     */
    static EquipmentSettings settings() {
        return settings(
                new CumulativeRule(new RuleName("in-all"), Severity.CRITICAL, new Bound.AtOrAbove(celsius(8.1)),
                        minutes(90), new CumulativeSpan.Life()),
                new CumulativeRule(new RuleName("a-day"), Severity.WARNING, new Bound.Above(celsius(8)), minutes(60),
                        new CumulativeSpan.Day(ZoneId.of("Pacific/Auckland"))),
                high(30),
                new ExcursionRule(LOW, Severity.WARNING, new Bound.Below(celsius(2)), minutes(15), 200),
                new ExcursionRule(FREEZE, Severity.CRITICAL, new Bound.AtOrBelow(celsius(-0.5)), minutes(60)),
                new DoorRule(LEFT_OPEN, Severity.WARNING, minutes(5)),
                new DoorCountRule(new RuleName("often"), Severity.WARNING, 2, minutes(60)),
                new LastingRule(new RuleName("mains"), Severity.WARNING, Cause.MAINS_OFF, minutes(10)),
                new LastingRule(new RuleName("fault"), Severity.WARNING, Cause.PROBE_FAULT, minutes(15)),
                new BatteryRule(new RuleName("battery"), Severity.WARNING, 20, minutes(30)),
                new ShockRule(new RuleName("struck"), Severity.WARNING, minutes(10)),
                new StuckRule(new RuleName("stuck"), Severity.WARNING, minutes(60)),
                new DisagreementRule(new RuleName("apart"), Severity.WARNING, 2_000, minutes(20)),
                new RateRule(new RuleName("rate"), Severity.WARNING, 3_000, minutes(120)),
                new ForecastRule(new RuleName("ahead"), Severity.WARNING, new Bound.Above(celsius(22)), minutes(60),
                        minutes(120)));
    }

    static EquipmentSettings settings(Rule... rules) {
        return new EquipmentSettings(FRIDGE, List.of(
                new WatchedProbe(TOP, ProbePurpose.PRODUCT),
                new WatchedProbe(BOTTOM, ProbePurpose.PRODUCT),
                new WatchedProbe(AIR, ProbePurpose.AIR)), minutes(30), List.of(rules));
    }

    static Judge judge(EquipmentSettings settings) {
        return new Judge(SettingsHistory.of(settings));
    }

    /** The facts of these records, each in its last version, earliest first. */
    static List<Fact> facts(Judge judge, Collection<? extends DatedRecord> records) {
        return switch (judge.judge(Timeline.initial(FRIDGE), records)) {
            case Outcome.Judged(Timeline timeline, List<Fact> facts) ->
                facts.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
            case Outcome.Late(Instant from) -> throw new AssertionError("late: " + from);
        };
    }

    static List<Excursion> excursions(Collection<? extends DatedRecord> records) {
        return facts(judge(settings()), records).stream()
                .filter(Excursion.class::isInstance)
                .map(Excursion.class::cast)
                .toList();
    }

    static FactId id(RuleName rule, double sinceMinutes) {
        return new FactId(TOP_PROBE, rule, at(sinceMinutes));
    }
}
