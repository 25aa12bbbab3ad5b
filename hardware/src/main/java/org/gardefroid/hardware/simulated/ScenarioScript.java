package org.gardefroid.hardware.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.hardware.simulated.ScenarioStep.AmbientIs;
import org.gardefroid.hardware.simulated.ScenarioStep.ButtonPressed;
import org.gardefroid.hardware.simulated.ScenarioStep.DoorOpen;
import org.gardefroid.hardware.simulated.ScenarioStep.MachineOff;
import org.gardefroid.hardware.simulated.ScenarioStep.PowerOff;
import org.gardefroid.hardware.simulated.ScenarioStep.ProbeFails;
import org.gardefroid.hardware.simulated.ScenarioStep.Tipped;
import org.gardefroid.hardware.simulated.ScenarioStep.VialRead;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.telemetry.VialStep;

/**
 * A scenario as a person writes it, a step a line; {@code #} begins a remark.
 *
 * <pre>
 * at 2h10m for 4m  door open
 * at 5h for 3h     compressor off
 * at 6h for 10m    probe fridge-product disconnected
 * at 7h for 2h     ambient 32
 * at 9h for 30m    power off
 * at 10h for 1m    tipped
 * at 11h           button pressed
 * at 11h5m         vial v-17 priorix reconstituted
 * </pre>
 *
 * @param problems one line for each line that says nothing, with its number
 */
public record ScenarioScript(List<ScenarioStep> steps, List<String> problems) {

    private static final Pattern LINE = Pattern.compile("at (\\S+)(?: +for (\\S+))? +(.*)");
    private static final Pattern AMBIENT = Pattern.compile("ambient (-?\\d{1,3}(?:\\.\\d{1,3})?)");
    private static final Pattern TIME = Pattern
            .compile("(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,7})s)?");

    public ScenarioScript {
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    public static ScenarioScript parse(List<String> lines) {
        List<ScenarioStep> steps = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip().replaceAll("\\s+", " ");
            if (line.isEmpty()) {
                continue;
            }
            try {
                steps.add(step(line));
            } catch (IllegalArgumentException e) {
                problems.add("line " + (i + 1) + ": " + e.getMessage() + ": " + line);
            }
        }
        return new ScenarioScript(steps, problems);
    }

    private static ScenarioStep step(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a step is: at <time> [for <time>] <what>");
        }
        Duration from = time(matcher.group(1));
        String what = matcher.group(3);
        return matcher.group(2) == null ? moment(from, what) : stretch(from, time(matcher.group(2)), what);
    }

    private static ScenarioStep moment(Duration from, String what) {
        String[] word = what.split(" ");
        if (what.equals("button pressed")) {
            return new ButtonPressed(from);
        }
        if (word.length == 4 && word[0].equals("vial")) {
            return new VialRead(from, new VialHandled(new VialId(word[1]), new ProductId(word[2]), vialStep(word[3])));
        }
        throw new IllegalArgumentException("at a moment there is: button pressed, vial <name> <product> <step>");
    }

    private static ScenarioStep stretch(Duration from, Duration lasts, String what) {
        Matcher ambient = AMBIENT.matcher(what);
        if (ambient.matches()) {
            return new AmbientIs(from, lasts, Double.parseDouble(ambient.group(1)));
        }
        String[] word = what.split(" ");
        if (word.length == 3 && word[0].equals("probe")) {
            return new ProbeFails(from, lasts, new ProbeId(word[1]), fault(word[2]));
        }
        return switch (what) {
            case "door open", "lid open" -> new DoorOpen(from, lasts);
            case "compressor off" -> new MachineOff(from, lasts);
            case "power off" -> new PowerOff(from, lasts);
            case "tipped" -> new Tipped(from, lasts);
            default -> throw new IllegalArgumentException("for a stretch there is: door open, lid open, compressor off,"
                    + " power off, tipped, ambient <°C>, probe <name> <fault>");
        };
    }

    private static ProbeFault fault(String code) {
        return ProbeFault.ofCode(code).orElseThrow(() -> new IllegalArgumentException("no such fault of a probe"));
    }

    private static VialStep vialStep(String code) {
        return VialStep.ofCode(code).orElseThrow(() -> new IllegalArgumentException("no such step of a vial"));
    }

    private static Duration time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException("a time is written 1d2h30m10s");
        }
        return Duration.ofDays(number(matcher.group(1))).plusHours(number(matcher.group(2)))
                .plusMinutes(number(matcher.group(3))).plusSeconds(number(matcher.group(4)));
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
