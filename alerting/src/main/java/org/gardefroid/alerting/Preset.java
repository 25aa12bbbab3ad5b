package org.gardefroid.alerting;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.Temperature;

import static org.gardefroid.alerting.Severity.CRITICAL;
import static org.gardefroid.alerting.Severity.WARNING;

/**
 * Settings to begin with. The figures are CDC's, WHO PQS's and SPS's practice, the stricter where they differ; none of
 * them is a product's own, which its profile has.
 *
 * @param longestSilence for the {@link SilenceRule}
 */
public record Preset(String name, Duration longestGap, Duration longestSilence, List<Rule> rules) {

    /** Ours: twice what a DS18B20 wavers by. WHO's and CDC's limits have none. */
    private static final int HYSTERESIS = 300;

    /** Two readings, however near: "any two samples", as Maryland's vaccine programme asks at 0.56 °C (33 °F). */
    private static final Duration TWO_READINGS = Duration.ofMillis(1);

    /** What comes and goes, in all: as Maryland's vaccine programme has reported. */
    private static final Duration IN_ALL = Duration.ofMinutes(60);

    /** A compressor's cycle is over in ten minutes, and a lid left ajar shows in the air within them. */
    private static final Duration RATE_OVER = Duration.ofMinutes(10);

    /** Three times what a lid that is opened for a minute is in the air, see {@link ForecastRule}. */
    private static final Duration AHEAD_OVER = Duration.ofMinutes(36);

    /** A fridge for vaccines at 2 to 8 °C, whose doors open many times a day. */
    public static final Preset FRIDGE_2_8 = new Preset("fridge-2-8", Duration.ofMinutes(30), Duration.ofMinutes(60),
            List.of(
                    above("fridge-2-8.high", WARNING, 8.0, 15),
                    above("fridge-2-8.high-long", CRITICAL, 8.0, 60),
                    above("fridge-2-8.hot", CRITICAL, 12.0, 15),
                    below("fridge-2-8.low", WARNING, 2.0, 15),
                    nearFreezing("fridge-2-8.near-freezing"),
                    freeze("fridge-2-8.freeze"),
                    door("fridge-2-8.door", 5),
                    new DoorCountRule(new RuleName("fridge-2-8.door-often"), WARNING, 12, Duration.ofHours(1)),
                    mains("fridge-2-8.mains", Duration.ofMinutes(10)),
                    batteryLow("fridge-2-8.battery"),
                    batteryEmpty("fridge-2-8.battery-empty"),
                    fault("fridge-2-8.probe", 15),
                    stuck("fridge-2-8.stuck"),
                    apart("fridge-2-8.apart")));

    /** A cool box at 2 to 8 °C: little mass, so less time. */
    public static final Preset COOL_BOX_2_8 = new Preset("cool-box-2-8", Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            List.of(
                    above("cool-box-2-8.high", WARNING, 8.0, 10),
                    above("cool-box-2-8.high-long", CRITICAL, 8.0, 30),
                    above("cool-box-2-8.hot", CRITICAL, 12.0, 10),
                    ahead("cool-box-2-8", new Bound.Above(celsius(8.0))),
                    below("cool-box-2-8.low", WARNING, 2.0, 15),
                    nearFreezing("cool-box-2-8.near-freezing"),
                    freeze("cool-box-2-8.freeze"),
                    door("cool-box-2-8.door", 5),
                    new LastingRule(new RuleName("cool-box-2-8.upright"), WARNING, Cause.NOT_UPRIGHT,
                            Duration.ofSeconds(30)),
                    new ShockRule(new RuleName("cool-box-2-8.struck"), WARNING, Duration.ofMinutes(10)),
                    batteryLow("cool-box-2-8.battery"),
                    batteryEmpty("cool-box-2-8.battery-empty"),
                    fault("cool-box-2-8.probe", 10),
                    stuck("cool-box-2-8.stuck"),
                    apart("cool-box-2-8.apart")));

    /** A freezer at -25 to -15 °C. */
    public static final Preset FREEZER_20 = freezer("freezer-20", -15, -10, -25);

    /** A freezer at -90 to -60 °C. */
    public static final Preset FREEZER_80 = freezer("freezer-80", -60, -50, -90);

    /**
     * WHO PQS's alarms of a refrigerator (E003), at their exact boundaries: HEAT above +8 °C for 10 h, FRZE at or below
     * -0.5 °C for 60 min, DOOR open for more than 5 min, POWR without mains for more than 24 h. They qualify a refrigerator; ten hours of heat
     * protect no vaccine by themselves.
     */
    public static final Preset WHO_PQS = new Preset("who-pqs", Duration.ofMinutes(30), Duration.ofMinutes(60), List.of(
            new ExcursionRule(new RuleName("who-pqs.HEAT"), CRITICAL, new Bound.Above(celsius(8.0)),
                    Duration.ofHours(10)),
            new ExcursionRule(new RuleName("who-pqs.FRZE"), CRITICAL, new Bound.AtOrBelow(celsius(-0.5)),
                    Duration.ofMinutes(60)),
            door("who-pqs.DOOR", 5),
            mains("who-pqs.POWR", Duration.ofHours(24))));

    /**
     * The United States' Vaccines for Children: any reading out of 2 to 8 °C (CDC), and what Maryland's programme has
     * reported: an hour in all within a day (of the site; of UTC where no zone is known), too warm or too cold, an hour below
     * 2 °C, 0.56 °C (33 °F) or less at any moment. Maryland adds up over 24 to 48 hours: here midnight begins the sum anew. CDC has a reading every 30 minutes at least.
     */
    public static final Preset VFC = new Preset("vfc", Duration.ofMinutes(30), Duration.ofMinutes(60), List.of(
            new ExcursionRule(new RuleName("vfc.high"), WARNING, new Bound.Above(celsius(8.0)), Duration.ZERO),
            new ExcursionRule(new RuleName("vfc.low"), WARNING, new Bound.Below(celsius(2.0)), Duration.ZERO),
            new CumulativeRule(new RuleName("vfc.high-in-a-day"), CRITICAL, new Bound.Above(celsius(8.0)),
                    IN_ALL, new CumulativeSpan.Day(ZoneOffset.UTC)),
            new CumulativeRule(new RuleName("vfc.low-in-a-day"), CRITICAL, new Bound.Below(celsius(2.0)),
                    IN_ALL, new CumulativeSpan.Day(ZoneOffset.UTC)),
            new ExcursionRule(new RuleName("vfc.low-long"), CRITICAL, new Bound.Below(celsius(2.0)),
                    Duration.ofMinutes(60)),
            new ExcursionRule(new RuleName("vfc.near-freezing"), CRITICAL, new Bound.AtOrBelow(celsius(0.56)),
                    Duration.ZERO),
            door("vfc.door", 5)));

    public static final List<Preset> ALL = List.of(FRIDGE_2_8, COOL_BOX_2_8, FREEZER_20, FREEZER_80, WHO_PQS, VFC);

    public static Optional<Preset> named(String name) {
        return ALL.stream().filter(preset -> preset.name.equals(name)).findFirst();
    }

    /**
     * What may be added where an air probe hangs: a change of 6 °C an hour, and, where the preset does not have it, the range left
     * within half an hour as the air goes. To WHO's ten hours those of {@link #FRIDGE_2_8}, too. Besides, an hour in all out of
     * the range, of a day and of a mission; over a lot's life its product's budgets add up.
     *
     * @param zone whose days are added up
     */
    public List<Rule> offered(ZoneId zone) {
        List<Rule> offered = new ArrayList<>(
                List.of(new RateRule(new RuleName(name + ".rate"), WARNING, 6_000, RATE_OVER)));
        first(Bound.Above.class).ifPresent(bound -> {
            offered.add(ahead(name, bound));
            offered.addAll(inAll("high", bound, zone));
        });
        first(Bound.Below.class).ifPresent(bound -> offered.addAll(inAll("low", bound, zone)));
        offered.removeIf(rule -> rules.stream().anyMatch(own -> own.name().equals(rule.name())));
        if (name.equals(WHO_PQS.name)) { // which never stands alone
            offered.addAll(FRIDGE_2_8.rules);
        }
        return offered;
    }

    private Optional<Bound> first(Class<? extends Bound> side) {
        return rules.stream().filter(ExcursionRule.class::isInstance).map(rule -> ((ExcursionRule) rule).bound())
                .filter(side::isInstance).findFirst();
    }

    private List<Rule> inAll(String side, Bound bound, ZoneId zone) {
        return List.of(
                new CumulativeRule(new RuleName(name + "." + side + "-in-a-day"), WARNING, bound, IN_ALL,
                        new CumulativeSpan.Day(zone)),
                new CumulativeRule(new RuleName(name + "." + side + "-in-a-mission"), WARNING, bound, IN_ALL,
                        new CumulativeSpan.Mission()));
    }

    /** The key of the text that whoever chooses this preset has to read first. */
    public Optional<String> warningKey() {
        return name.equals(WHO_PQS.name) ? Optional.of("preset.who-pqs.never-alone") : Optional.empty();
    }

    public EquipmentSettings settings(EquipmentId equipment, List<WatchedProbe> probes) {
        return new EquipmentSettings(equipment, probes, longestGap, rules);
    }

    /** The same, with its days counted from midnight to midnight there. */
    public Preset in(ZoneId zone) {
        return new Preset(name, longestGap, longestSilence, rules.stream().map(
                rule -> rule instanceof CumulativeRule(RuleName rulesName, Severity severity, Bound bound, Duration limit, CumulativeSpan span)
                        && span instanceof CumulativeSpan.Day
                                ? new CumulativeRule(rulesName, severity, bound, limit, new CumulativeSpan.Day(zone))
                                : rule)
                .toList());
    }

    private static Preset freezer(String name, double highest, double hot, double lowest) {
        return new Preset(name, Duration.ofMinutes(30), Duration.ofMinutes(60), List.of(
                above(name + ".high", WARNING, highest, 15),
                above(name + ".high-long", CRITICAL, highest, 60),
                above(name + ".hot", CRITICAL, hot, 15),
                below(name + ".low", WARNING, lowest, 60),
                door(name + ".door", 5),
                mains(name + ".mains", Duration.ofMinutes(10)),
                batteryLow(name + ".battery"),
                batteryEmpty(name + ".battery-empty"),
                fault(name + ".probe", 15),
                stuck(name + ".stuck"),
                apart(name + ".apart")));
    }

    private static Temperature celsius(double celsius) {
        return Temperature.ofCelsius(celsius);
    }

    private static Rule above(String name, Severity severity, double celsius, int minutes) {
        return excursion(name, severity, new Bound.Above(celsius(celsius)), Duration.ofMinutes(minutes));
    }

    private static Rule below(String name, Severity severity, double celsius, int minutes) {
        return excursion(name, severity, new Bound.Below(celsius(celsius)), Duration.ofMinutes(minutes));
    }

    /** Half an hour: time to shade the box, to close it, to drive back. */
    private static Rule ahead(String preset, Bound bound) {
        return new ForecastRule(new RuleName(preset + ".ahead"), WARNING, bound, Duration.ofMinutes(30), AHEAD_OVER);
    }

    private static Rule nearFreezing(String name) {
        return excursion(name, CRITICAL, new Bound.AtOrBelow(celsius(0.5)), TWO_READINGS);
    }

    private static Rule freeze(String name) {
        return excursion(name, CRITICAL, new Bound.AtOrBelow(celsius(-0.5)), Duration.ofMinutes(60));
    }

    private static Rule excursion(String name, Severity severity, Bound bound, Duration delay) {
        return new ExcursionRule(new RuleName(name), severity, bound, delay, HYSTERESIS);
    }

    private static Rule door(String name, int minutes) {
        return new DoorRule(new RuleName(name), WARNING, Duration.ofMinutes(minutes));
    }

    private static Rule mains(String name, Duration longest) {
        return new LastingRule(new RuleName(name), WARNING, Cause.MAINS_OFF, longest);
    }

    /** A fifth, as in common practice, or too little for a morning's round. */
    private static Rule batteryLow(String name) {
        return new BatteryRule(new RuleName(name), WARNING, 20, Duration.ofHours(2));
    }

    /** Ours: enough time for somebody to come with a charger before nobody sees the temperature. */
    private static Rule batteryEmpty(String name) {
        return new BatteryRule(new RuleName(name), CRITICAL, 5, Duration.ofMinutes(30));
    }

    private static Rule fault(String name, int minutes) {
        return new LastingRule(new RuleName(name), WARNING, Cause.PROBE_FAULT, Duration.ofMinutes(minutes));
    }

    private static Rule stuck(String name) {
        return new StuckRule(new RuleName(name), WARNING, Duration.ofHours(24));
    }

    private static Rule apart(String name) {
        return new DisagreementRule(new RuleName(name), WARNING, 3_000, Duration.ofMinutes(30));
    }
}
