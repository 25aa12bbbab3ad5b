package org.gardefroid.edge.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gardefroid.hardware.simulated.ScenarioScript;
import org.gardefroid.hardware.simulated.ScenarioStep;

/**
 * What is simulated, and what happens to it.
 *
 * <pre>
 *   simulated.fridge-1 = refrigerator
 *   simulated.box-7    = coolbox 2.5
 *   scenario.box-7     = box-7.scenario
 *   simulation.seed    = 7
 *   simulation.start   = 2026-03-02T06:00:00Z
 * </pre>
 *
 * @param start of the scenarios; if it is not given, the start of the simulated time, or of the agent
 */
public record Simulation(Map<String, Equipment> equipments, long seed, Optional<Instant> start) {

    private static final double MOST_KILOGRAMS = 100;

    /** One equipment that is simulated. */
    public record Equipment(Kind kind, List<ScenarioStep> scenario) {}

    /** What it is. */
    public sealed interface Kind {

        record Refrigerator() implements Kind {}

        record CoolBox(double packKilograms) implements Kind {}
    }

    static Simulation read(Settings settings) {
        Map<String, String> scenarios = settings.named("scenario");
        Map<String, Equipment> equipments = new TreeMap<>();
        settings.named("simulated").forEach((name, text) -> equipments.put(name, new Equipment(
                settings.read("simulated." + name, text, Simulation::kind, new Kind.Refrigerator()),
                scenarios.containsKey(name)
                        ? scenario(settings, name, settings.path(scenarios.get(name)))
                        : List.of())));
        scenarios.keySet().stream().filter(name -> !equipments.containsKey(name))
                .forEach(name -> settings.problem("scenario." + name + ": no equipment is simulated as " + name));
        return new Simulation(equipments, settings.withDefault("simulation.seed", "1", Simulation::seed),
                settings.optional("simulation.start")
                        .map(text -> settings.read("simulation.start", text, Simulation::instant, Instant.EPOCH)));
    }

    private static List<ScenarioStep> scenario(Settings settings, String name, Path file) {
        try {
            ScenarioScript script = ScenarioScript.parse(Files.readAllLines(file));
            script.problems().forEach(problem -> settings.problem("scenario." + name + " = " + file + ": " + problem));
            return script.steps();
        } catch (IOException e) {
            settings.problem("scenario." + name + " = " + file + ": cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    private static Kind kind(String text) {
        String[] word = text.split(" +");
        if (text.equals("refrigerator")) {
            return new Kind.Refrigerator();
        }
        if (word.length == 2 && word[0].equals("coolbox")) {
            double kilograms = Double.parseDouble(word[1]);
            if (kilograms > 0 && kilograms <= MOST_KILOGRAMS) {
                return new Kind.CoolBox(kilograms);
            }
        }
        throw new IllegalArgumentException("what is simulated is: refrigerator, or: coolbox <kilograms of ice packs>");
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a seed is a whole number", e);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a time is written 2026-03-02T06:00:00Z", e);
        }
    }
}
