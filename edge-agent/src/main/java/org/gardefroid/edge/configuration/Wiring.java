package org.gardefroid.edge.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gardefroid.hardware.linux.SysfsOneWire;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.ProductId;
import org.gardefroid.telemetry.VialStep;

/**
 * What is wired to this device, and by which driver.
 *
 * <pre>
 *   probe.fridge-1-product = simulated fridge-1 product
 *   probe.box-7-product    = ds18b20 28-0416a1b2c3d4 product
 *   probe.logger           = replay
 *   door.fridge-1-door     = simulated fridge-1
 *   power                  = simulated fridge-1
 *   orientation            = simulated box-7
 *   vials                  = simulated box-7
 *   button.dose            = simulated box-7 priorix reconstituted
 * </pre>
 */
public record Wiring(
        Map<ProbeId, ProbeDriver> probes,
        Map<DoorId, String> doors,
        Optional<String> power,
        Optional<String> orientation,
        Optional<String> vials,
        List<Button> buttons,
        Path oneWire) {

    private static final String PROBE_DRIVER = "a probe's driver is: simulated <equipment> product|air,"
            + " or: ds18b20 <device> product|air, or: replay";
    private static final Pattern THERMOMETER = Pattern.compile("(28|22|3b|42)-[0-9a-f]{1,16}");

    /** What is behind a probe. */
    public sealed interface ProbeDriver {

        /** @param equipment that is simulated */
        record Simulated(String equipment, ProbePurpose purpose) implements ProbeDriver {}

        /** @param device as {@code gardefroid probes} names it */
        record Ds18b20(String device, ProbePurpose purpose) implements ProbeDriver {}

        /** The file that is replayed. */
        record Replayed() implements ProbeDriver {}
    }

    /** @param equipment that is simulated */
    public record Button(String name, String equipment, ProductId product, VialStep step) {}

    public ProbeDriver driver(ProbeId probe) {
        ProbeDriver driver = probes.get(probe);
        if (driver == null) {
            throw new IllegalArgumentException("no such probe is wired: " + probe);
        }
        return driver;
    }

    static Wiring read(Settings settings) {
        Map<ProbeId, ProbeDriver> probes = new TreeMap<>();
        settings.named("probe").forEach((name, driver) -> settings.read("probe." + name, driver, text -> {
            probes.put(new ProbeId(name), probeDriver(text));
            return text;
        }, ""));
        Map<DoorId, String> doors = new TreeMap<>();
        settings.named("door").forEach((name, driver) -> settings.read("door." + name, driver, text -> {
            doors.put(new DoorId(name), simulated(text));
            return text;
        }, ""));
        List<Button> buttons = new ArrayList<>();
        settings.named("button").forEach((name, driver) -> settings.read("button." + name, driver, text -> {
            buttons.add(button(name, text.split(" +")));
            return text;
        }, ""));
        if (probes.isEmpty()) {
            settings.problem("probe.<name> is missing: there is nothing to watch");
        }
        return new Wiring(probes, doors, equipment(settings, "power"), equipment(settings, "orientation"),
                equipment(settings, "vials"), buttons,
                settings.withDefault("w1.root", SysfsOneWire.DEVICES.toString(), Path::of));
    }

    private static Optional<String> equipment(Settings settings, String key) {
        return settings.optional(key).map(text -> settings.read(key, text, Wiring::simulated, ""));
    }

    private static ProbeDriver probeDriver(String text) {
        String[] word = text.split(" +");
        if (text.equals("replay")) {
            return new ProbeDriver.Replayed();
        }
        if (word.length == 3 && word[0].equals("simulated")) {
            return new ProbeDriver.Simulated(word[1], purpose(word[2]));
        }
        if (word.length == 3 && word[0].equals("ds18b20")) {
            if (!THERMOMETER.matcher(word[1]).matches()) {
                throw new IllegalArgumentException("a DS18B20 is named as `gardefroid probes` does, 28-…: " + word[1]);
            }
            return new ProbeDriver.Ds18b20(word[1], purpose(word[2]));
        }
        throw new IllegalArgumentException(PROBE_DRIVER);
    }

    private static ProbePurpose purpose(String word) {
        return switch (word) {
            case "product" -> ProbePurpose.PRODUCT;
            case "air" -> ProbePurpose.AIR;
            default -> throw new IllegalArgumentException(PROBE_DRIVER);
        };
    }

    private static String simulated(String text) {
        String[] word = text.split(" +");
        if (word.length != 2 || !word[0].equals("simulated")) {
            throw new IllegalArgumentException("a driver is: simulated <equipment>");
        }
        return word[1];
    }

    private static Button button(String name, String[] word) {
        if (word.length != 4 || !word[0].equals("simulated")) {
            throw new IllegalArgumentException("a button's driver is: simulated <equipment> <product> <step>");
        }
        VialStep step = VialStep.ofCode(word[3])
                .orElseThrow(() -> new IllegalArgumentException("no such step of a vial: " + word[3]));
        return new Button(name, word[1], new ProductId(word[2]), step);
    }

    void check(Settings settings, Simulation simulation, Optional<Replay> replay) {
        Set<String> thermometers = new HashSet<>();
        probes.forEach((probe, driver) -> {
            switch (driver) {
                case ProbeDriver.Simulated(String equipment, ProbePurpose _) ->
                    known(settings, "probe." + probe, equipment, simulation);
                case ProbeDriver.Ds18b20(String device, ProbePurpose _) -> {
                    if (!thermometers.add(device)) {
                        settings.problem("probe." + probe + ": " + device + " is wired as another probe already");
                    }
                }
                case ProbeDriver.Replayed() -> {
                    if (replay.isEmpty()) {
                        settings.problem("probe." + probe + " = replay: replay.file is missing");
                    }
                }
            }
        });
        doors.forEach((door, equipment) -> known(settings, "door." + door, equipment, simulation));
        buttons.forEach(button -> known(settings, "button." + button.name(), button.equipment(), simulation));
        power.ifPresent(equipment -> known(settings, "power", equipment, simulation));
        orientation.ifPresent(equipment -> known(settings, "orientation", equipment, simulation));
        vials.ifPresent(equipment -> known(settings, "vials", equipment, simulation));
    }

    private static void known(Settings settings, String key, String equipment, Simulation simulation) {
        if (!simulation.equipments().containsKey(equipment)) {
            settings.problem(key + ": no equipment is simulated as " + equipment);
        }
    }
}
