package org.gardefroid.alerting;

import java.time.Duration;
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

    /** A fridge for vaccines at 2 to 8 °C, whose doors open many times a day. */
    public static final Preset FRIDGE_2_8 = new Preset("fridge-2-8", Duration.ofMinutes(30), Duration.ofMinutes(60),
            List.of(
                    above("fridge-2-8.high", WARNING, 8.0, 15),
                    above("fridge-2-8.high-long", CRITICAL, 8.0, 60),
                    above("fridge-2-8.hot", CRITICAL, 12.0, 15),
                    below("fridge-2-8.low", WARNING, 2.0, 15),
                    atOrBelow("fridge-2-8.freeze", CRITICAL, -0.5, 60),
                    door("fridge-2-8.door", 5)));

    /** A cool box at 2 to 8 °C: little mass, so less time. */
    public static final Preset COOL_BOX_2_8 = new Preset("cool-box-2-8", Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            List.of(
                    above("cool-box-2-8.high", WARNING, 8.0, 10),
                    above("cool-box-2-8.high-long", CRITICAL, 8.0, 30),
                    above("cool-box-2-8.hot", CRITICAL, 12.0, 10),
                    below("cool-box-2-8.low", WARNING, 2.0, 15),
                    atOrBelow("cool-box-2-8.freeze", CRITICAL, -0.5, 60),
                    door("cool-box-2-8.door", 5)));

    public static final List<Preset> ALL = List.of(FRIDGE_2_8, COOL_BOX_2_8);

    public static Optional<Preset> named(String name) {
        return ALL.stream().filter(preset -> preset.name.equals(name)).findFirst();
    }

    public EquipmentSettings settings(EquipmentId equipment, List<WatchedProbe> probes) {
        return new EquipmentSettings(equipment, probes, longestGap, rules);
    }

    private static Rule above(String name, Severity severity, double celsius, int minutes) {
        return excursion(name, severity, new Bound.Above(Temperature.ofCelsius(celsius)), minutes);
    }

    private static Rule below(String name, Severity severity, double celsius, int minutes) {
        return excursion(name, severity, new Bound.Below(Temperature.ofCelsius(celsius)), minutes);
    }

    private static Rule atOrBelow(String name, Severity severity, double celsius, int minutes) {
        return excursion(name, severity, new Bound.AtOrBelow(Temperature.ofCelsius(celsius)), minutes);
    }

    private static Rule excursion(String name, Severity severity, Bound bound, int minutes) {
        return new ExcursionRule(new RuleName(name), severity, bound, Duration.ofMinutes(minutes));
    }

    private static Rule door(String name, int minutes) {
        return new DoorRule(new RuleName(name), WARNING, Duration.ofMinutes(minutes));
    }
}
