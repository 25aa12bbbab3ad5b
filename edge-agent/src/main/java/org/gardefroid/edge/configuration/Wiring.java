package org.gardefroid.edge.configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gardefroid.edge.sampling.Calibration;
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
 *   probe.box-7-product    = ds18b20 28-0416a1b2c3d4 product
 *   probe.box-7-air        = sht4x 0x44 air
 *   probe.reference        = tmp117 0x48 air
 *   probe.deep-product     = max31865 0 product wires 3
 *   probe.fridge-1-product = simulated fridge-1 product
 *   probe.logger           = replay
 *   door.box-7-lid         = reed 17
 *   button.dose            = gpio 27 priorix reconstituted
 *   power                  = ina219 0x40 6800
 *   orientation            = lis3dh 0x19
 *   vials                  = scanner /dev/input/by-id/usb-scanner-event-kbd
 *   door.fridge-1-door     = simulated fridge-1
 * </pre>
 */
public record Wiring(
        Map<ProbeId, ProbeDriver> probes,
        Map<DoorId, Wired.Contact> doors,
        Optional<Wired.Power> power,
        Optional<Wired.Orientation> orientation,
        Optional<Wired.Vials> vials,
        List<Button> buttons,
        Signals signals,
        Map<ProbeId, Calibration> calibrations,
        Path oneWire) {

    /** Each press of it is the next vial of a product. */
    public record Button(String name, Wired.Contact contact, ProductId product, VialStep step) {}

    private static final Set<String> WITHOUT_VIALS = Set.of("answer", "quiet");

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
            probes.put(new ProbeId(name), ProbeDriver.Syntax.read(text));
            return text;
        }, ""));
        Map<DoorId, Wired.Contact> doors = new TreeMap<>();
        settings.named("door").forEach((name, driver) -> settings.read("door." + name, driver, text -> {
            doors.put(new DoorId(name), Wired.door(text));
            return text;
        }, ""));
        List<Button> buttons = new ArrayList<>();
        Map<String, Wired.Contact> pressed = new HashMap<>();
        settings.named("button").forEach((name, driver) -> settings.read("button." + name, driver, text -> {
            String[] word = text.split(" +");
            if (WITHOUT_VIALS.contains(name)) {
                pressed.put(name, answering(word));
            } else {
                buttons.add(button(name, word));
            }
            return text;
        }, ""));
        if (probes.isEmpty()) {
            settings.problem("probe.<name> is missing: there is nothing to watch");
        }
        return new Wiring(probes, doors, wired(settings, "power", Wired::power),
                wired(settings, "orientation", Wired::orientation), wired(settings, "vials", Wired::vials), buttons,
                Signals.read(settings, Optional.ofNullable(pressed.get("answer")),
                        Optional.ofNullable(pressed.get("quiet"))),
                Calibrations.read(settings, probes),
                settings.withDefault("w1.root", SysfsOneWire.DEVICES.toString(), Path::of));
    }

    static <T> Optional<T> wired(Settings settings, String key, Function<String, T> reading) {
        return settings.optional(key)
                .flatMap(text -> settings.read(key, text, each -> Optional.of(reading.apply(each)), Optional.empty()));
    }

    private static Wired.Contact answering(String[] word) {
        if (word.length != 2) {
            throw new IllegalArgumentException("it is written: simulated <equipment>, or: gpio <BCM>");
        }
        return Wired.button(word[0], word[1]);
    }

    private static Button button(String name, String[] word) {
        if (word.length != 4) {
            throw new IllegalArgumentException(
                    "a button's driver is: simulated <equipment> <product> <step>, or: gpio <BCM> <product> <step>");
        }
        VialStep step = VialStep.ofCode(word[3])
                .orElseThrow(() -> new IllegalArgumentException("no such step of a vial: " + word[3]));
        return new Button(name, Wired.button(word[0], word[1]), new ProductId(word[2]), step);
    }

    void check(Settings settings, Simulation simulation, Optional<Replay> replay) {
        probes.forEach((probe, driver) -> {
            if (driver instanceof ProbeDriver.Simulated(String equipment, ProbePurpose _)) {
                known(settings, "probe." + probe, new Wired.Simulated(equipment), simulation);
            } else if (driver instanceof ProbeDriver.Replayed && replay.isEmpty()) {
                settings.problem("probe." + probe + " = replay: replay.file is missing");
            }
        });
        doors.forEach((door, contact) -> known(settings, "door." + door, contact, simulation));
        buttons.forEach(button -> known(settings, "button." + button.name(), button.contact(), simulation));
        signals.answer().ifPresent(contact -> known(settings, "button.answer", contact, simulation));
        signals.quiet().ifPresent(contact -> known(settings, "button.quiet", contact, simulation));
        power.ifPresent(sense -> known(settings, "power", sense, simulation));
        orientation.ifPresent(sense -> known(settings, "orientation", sense, simulation));
        vials.ifPresent(reader -> known(settings, "vials", reader, simulation));
        Occupied.check(settings, this, signals);
    }

    private static void known(Settings settings, String key, Wired wired, Simulation simulation) {
        if (wired instanceof Wired.Simulated(String equipment) && !simulation.equipments().containsKey(equipment)) {
            settings.problem(key + ": no equipment is simulated as " + equipment);
        }
    }
}
