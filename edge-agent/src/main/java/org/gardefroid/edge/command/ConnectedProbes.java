package org.gardefroid.edge.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.gardefroid.hardware.ds18b20.Ds18b20Bus;
import org.gardefroid.hardware.linux.SysfsOneWire;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;

/**
 * What the thermometers on a machine's 1-Wire lines say, a line each: a reading, or its fault by the code of WIRE.md.
 *
 * @param root where the kernel shows them
 */
public record ConnectedProbes(Path root, Words words) {

    public static final Path ROOT = SysfsOneWire.DEVICES;

    public ConnectedProbes(Path root, Locale locale) {
        this(root, new Words("org.gardefroid.edge.command.Probes", locale));
    }

    /**
     * @param aside is told what is no reading, for a person to see
     * @throws IllegalArgumentException in words, when there are no such lines here
     */
    public List<String> lines(boolean json, Consumer<String> aside) throws IOException {
        SysfsOneWire wire = new SysfsOneWire(root);
        if (!wire.isThere()) {
            throw new IllegalArgumentException(words.say("no-root", root));
        }
        List<String> lines = new ArrayList<>();
        try (var bus = new Ds18b20Bus(wire, Ds18b20Bus.PATIENCE)) {
            List<String> thermometers = bus.thermometers();
            if (thermometers.isEmpty()) {
                aside.accept(words.say("none", root));
            }
            bus.round(thermometers).forEach(
                    (id, measurement) -> lines.add(json ? json(id, measurement) : told(id, measurement)));
        }
        return lines;
    }

    private static String json(String id, Measurement measurement) {
        return switch (measurement) {
            case Temperature(int milliCelsius) -> "{\"id\":\"" + id + "\",\"milliCelsius\":" + milliCelsius + "}";
            case ProbeFault fault -> "{\"id\":\"" + id + "\",\"fault\":\"" + fault.code() + "\"}";
        };
    }

    private String told(String id, Measurement measurement) {
        return switch (measurement) {
            case Temperature(int milliCelsius) -> words.say("reading", id, milliCelsius / 1_000.0);
            case ProbeFault fault -> words.say("fault", id, words.say("fault." + fault.code()), fault.code());
        };
    }
}
