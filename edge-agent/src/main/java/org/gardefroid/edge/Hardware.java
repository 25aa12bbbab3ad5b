package org.gardefroid.edge;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gardefroid.edge.box.LotsInForce;
import org.gardefroid.edge.box.ProfilesInForce;
import org.gardefroid.edge.configuration.AgentConfiguration;
import org.gardefroid.edge.configuration.ProbeDriver;
import org.gardefroid.edge.configuration.Signals;
import org.gardefroid.edge.configuration.Simulation;
import org.gardefroid.edge.configuration.Wired;
import org.gardefroid.edge.configuration.Wiring;
import org.gardefroid.edge.face.Front;
import org.gardefroid.edge.sampling.ButtonForVials;
import org.gardefroid.edge.sampling.ScannedVials;
import org.gardefroid.edge.sampling.Station;
import org.gardefroid.hardware.DoorContact;
import org.gardefroid.hardware.PowerSense;
import org.gardefroid.hardware.PushButton;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.hardware.VialOrientation;
import org.gardefroid.hardware.VialReader;
import org.gardefroid.hardware.ds18b20.Ds18b20Rounds;
import org.gardefroid.hardware.linux.SysfsOneWire;
import org.gardefroid.hardware.port.Board;
import org.gardefroid.hardware.scanner.UsbScanner;
import org.gardefroid.hardware.simulated.CoolBox;
import org.gardefroid.hardware.simulated.Refrigerator;
import org.gardefroid.hardware.simulated.Scenario;
import org.gardefroid.hardware.simulated.SimulatedProbe;
import org.gardefroid.hardware.simulated.SimulatedSwitches;
import org.gardefroid.hardware.simulated.ThermalModel;
import org.gardefroid.telemetry.Brief;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.ProductProfile;

/** Makes of what the configuration names what the sampler asks. */
final class Hardware implements AutoCloseable {

    private final Simulation simulation;
    private final InstantSource world;
    private final Instant start;
    private final Pins pins;
    private final Map<String, Equipment> equipments = new HashMap<>();

    private record Equipment(Scenario scenario, ThermalModel model, SimulatedSwitches switches) {}

    /**
     * @param world what time it is where the simulated equipment stands
     * @param start of its scenario where the configuration names none
     * @param board opened when something hangs on it, and not before
     */
    Hardware(Simulation simulation, InstantSource world, Instant start, Supplier<Board> board) {
        this.simulation = simulation;
        this.world = world;
        this.start = simulation.start().orElse(start);
        this.pins = new Pins(board);
    }

    /**
     * What a scan is held against, and where it goes.
     *
     * @param brief the one in force
     * @param zone in which a day begins
     * @param told of what is recorded besides
     * @param forgotten what was opened before, and of which nothing else is known
     */
    record Scanned(Supplier<Optional<Brief>> brief, ZoneId zone, Consumer<Event> told,
            Set<VialId> forgotten) {

        private List<ProductProfile> profiles() {
            return brief.get().map(ProfilesInForce::of).orElse(List.of());
        }

        /**
         * @param scans since they were last asked for, in order
         * @param world what time it is where the vials are
         */
        VialReader reader(Supplier<List<String>> scans, BooleanSupplier connected, InstantSource world,
                JournalId journal) {
            return new ScannedVials(scans, connected, this::profiles,
                    () -> brief.get().map(known -> LotsInForce.expected(known, profiles(), zone)).orElse(List.of()),
                    label -> brief.get().flatMap(known -> LotsInForce.labelled(known, label)),
                    () -> LocalDate.ofInstant(world.instant(), zone), told,
                    "scan-" + journal.value().substring(0, 8), forgotten);
        }
    }

    private VialReader scanner(Path device, Scanned scanned, JournalId journal) {
        UsbScanner scanner = new UsbScanner(device);
        return scanned.reader(scanner::scansSinceLastAsked, scanner::isConnected, world, journal);
    }

    /** @param replayed what a probe that is replayed says */
    Station station(AgentConfiguration configuration, Optional<TemperatureProbe> replayed, JournalId journal,
            Scanned scanned) {
        Wiring wiring = configuration.wiring();
        Map<ProbeId, TemperatureProbe> probes = new HashMap<>();
        Optional<Ds18b20Rounds> thermometers = thermometers(wiring);
        wiring.probes().forEach((id, driver) -> probes.put(id, switch (driver) {
            case ProbeDriver.Replayed() -> replayed.orElseThrow();
            case ProbeDriver.Ds18b20(String device, ProbePurpose _) -> thermometers.orElseThrow().probe(device);
            case ProbeDriver.Simulated(String name, ProbePurpose purpose) -> new SimulatedProbe(id, purpose,
                    equipment(name).model, equipment(name).scenario, simulation.seed(), world);
            case ProbeDriver.Sht4x chip -> pins.probe(chip);
            case ProbeDriver.Tmp117 chip -> pins.probe(chip);
            case ProbeDriver.Max31865 chip -> pins.probe(chip);
        }));
        wiring.calibrations().forEach((id, calibration) -> probes.computeIfPresent(id,
                (_, tip) -> calibration.correct(tip)));
        Map<DoorId, DoorContact> doors = new HashMap<>();
        wiring.doors().forEach((id, contact) -> doors.put(id, switch (contact) {
            case Wired.Simulated(String name) -> equipment(name).switches.door();
            case Wired.Pin(int bcm) -> pins.door(bcm);
        }));
        List<VialReader> vials = new ArrayList<>();
        wiring.vials().ifPresent(wired -> vials.add(switch (wired) {
            case Wired.Simulated(String name) -> equipment(name).switches.reader();
            case Wired.Scanner(Path device) -> scanner(device, scanned, journal);
        }));
        wiring.buttons().forEach(button -> vials.add(new ButtonForVials(button(button.contact()),
                button.name() + "-" + journal.value().substring(0, 8), button.product(), button.step())));
        return new Station(probes, doors, wiring.power().map(this::power), wiring.orientation().map(this::orientation),
                vials, wiring::calibrations);
    }

    Front front(Signals signals) {
        return new Front(signals.light().map(pins::light), signals.buzzer().map(pins::buzzer),
                signals.display().map(pins::display), signals.relay().map(pins::relay),
                signals.answer().map(this::button), signals.quiet().map(this::button));
    }

    private PowerSense power(Wired.Power sense) {
        return switch (sense) {
            case Wired.Simulated(String name) -> equipment(name).switches.power();
            case Wired.Battery battery -> pins.power(battery);
        };
    }

    private VialOrientation orientation(Wired.Orientation sense) {
        return switch (sense) {
            case Wired.Simulated(String name) -> equipment(name).switches.orientation();
            case Wired.Chip(int address) -> pins.orientation(address);
        };
    }

    private PushButton button(Wired.Contact contact) {
        return switch (contact) {
            case Wired.Simulated(String name) -> equipment(name).switches.button();
            case Wired.Pin(int bcm) -> pins.button(bcm);
        };
    }

    /** They are read until the process ends. */
    private static Optional<Ds18b20Rounds> thermometers(Wiring wiring) {
        List<String> devices = wiring.probes().values().stream().filter(ProbeDriver.Ds18b20.class::isInstance)
                .map(driver -> ((ProbeDriver.Ds18b20) driver).device()).toList();
        return devices.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ds18b20Rounds(new SysfsOneWire(wiring.oneWire()), devices));
    }

    private Equipment equipment(String name) {
        return equipments.computeIfAbsent(name, _ -> {
            Simulation.Equipment described = simulation.equipments().get(name);
            if (described == null) {
                throw new IllegalArgumentException("no equipment is simulated as " + name);
            }
            Scenario scenario = new Scenario(start, Scenario.USUAL_AMBIENT_CELSIUS, described.scenario());
            ThermalModel model = switch (described.kind()) {
                case Simulation.Kind.Refrigerator() -> new Refrigerator(scenario);
                case Simulation.Kind.CoolBox(double kilograms) -> new CoolBox(scenario, kilograms);
            };
            return new Equipment(scenario, model, new SimulatedSwitches(scenario, world));
        });
    }

    /** The board's outputs are low, and its tone ends. */
    @Override
    public void close() {
        pins.close();
    }
}
