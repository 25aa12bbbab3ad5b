package org.gardefroid.cli.probes;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gardefroid.cli.Refused;
import org.gardefroid.cli.Words;
import org.gardefroid.hardware.ds18b20.Ds18b20Bus;
import org.gardefroid.hardware.linux.SysfsOneWire;
import org.gardefroid.hardware.port.OneWire;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gardefroid probes}: one reading of each thermometer that is connected, or its fault. */
@Command(name = "probes", mixinStandardHelpOptions = true, resourceBundle = "org.gardefroid.cli.Help")
public final class ProbesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--w1-root", defaultValue = "/sys/bus/w1/devices", descriptionKey = "probes.w1-root")
    private Path root = SysfsOneWire.DEVICES;

    @Option(names = "--json", descriptionKey = "probes.json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (var bus = new Ds18b20Bus(wire(), Ds18b20Bus.PATIENCE)) {
            List<String> thermometers = bus.thermometers();
            if (thermometers.isEmpty()) {
                spec.commandLine().getErr().println(Words.say("probes.none", root));
            }
            bus.round(thermometers).forEach((id, measurement) -> out.println(json
                    ? json(id, measurement)
                    : told(id, measurement)));
        }
        out.flush();
        return 0;
    }

    private OneWire wire() {
        SysfsOneWire wire = new SysfsOneWire(root);
        if (!wire.isThere()) {
            throw new Refused(Words.say("probes.no-root", root));
        }
        return wire;
    }

    private static String json(String id, Measurement measurement) {
        return switch (measurement) {
            case Temperature(int milliCelsius) -> "{\"id\":\"" + id + "\",\"milliCelsius\":" + milliCelsius + "}";
            case ProbeFault fault -> "{\"id\":\"" + id + "\",\"fault\":\"" + fault.code() + "\"}";
        };
    }

    private static String told(String id, Measurement measurement) {
        return switch (measurement) {
            case Temperature(int milliCelsius) -> Words.say("probes.reading", id, milliCelsius / 1_000.0);
            case ProbeFault fault -> Words.say("probes.fault", id, Words.say("fault." + fault.code()), fault.code());
        };
    }
}
