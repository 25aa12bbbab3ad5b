package org.gardefroid.edge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.edge.configuration.AgentConfiguration;
import org.gardefroid.edge.configuration.Simulation;
import org.gardefroid.edge.configuration.Wiring;
import org.gardefroid.edge.configuration.Wiring.ProbeDriver;
import org.gardefroid.edge.sampling.ButtonForVials;
import org.gardefroid.edge.sampling.Station;
import org.gardefroid.hardware.DoorContact;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.hardware.VialReader;
import org.gardefroid.hardware.ds18b20.Ds18b20Rounds;
import org.gardefroid.hardware.linux.SysfsOneWire;
import org.gardefroid.hardware.simulated.CoolBox;
import org.gardefroid.hardware.simulated.Refrigerator;
import org.gardefroid.hardware.simulated.Scenario;
import org.gardefroid.hardware.simulated.SimulatedProbe;
import org.gardefroid.hardware.simulated.SimulatedSwitches;
import org.gardefroid.hardware.simulated.ThermalModel;
import org.gardefroid.telemetry.DoorId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;

/** Makes of what the configuration names what the sampler asks. */
final class Hardware {

    private final Simulation simulation;
    private final InstantSource world;
    private final Instant start;
    private final Map<String, Equipment> equipments = new HashMap<>();

    private record Equipment(Scenario scenario, ThermalModel model, SimulatedSwitches switches) {}

    /**
     * @param world what time it is where the simulated equipment stands
     * @param start of its scenario where the configuration names none
     */
    Hardware(Simulation simulation, InstantSource world, Instant start) {
        this.simulation = simulation;
        this.world = world;
        this.start = simulation.start().orElse(start);
    }

    /** @param replayed what a probe that is replayed says */
    Station station(AgentConfiguration configuration, Optional<TemperatureProbe> replayed, JournalId journal) {
        Wiring wiring = configuration.wiring();
        Map<ProbeId, TemperatureProbe> probes = new HashMap<>();
        Optional<Ds18b20Rounds> thermometers = thermometers(wiring);
        wiring.probes().forEach((id, driver) -> probes.put(id, switch (driver) {
            case ProbeDriver.Replayed() -> replayed.orElseThrow();
            case ProbeDriver.Ds18b20(String device, ProbePurpose _) -> thermometers.orElseThrow().probe(device);
            case ProbeDriver.Simulated(String name, ProbePurpose purpose) -> new SimulatedProbe(id, purpose,
                    equipment(name).model, equipment(name).scenario, simulation.seed(), world);
        }));
        Map<DoorId, DoorContact> doors = new HashMap<>();
        wiring.doors().forEach((id, name) -> doors.put(id, equipment(name).switches.door()));
        List<VialReader> vials = new ArrayList<>();
        wiring.vials().ifPresent(name -> vials.add(equipment(name).switches.reader()));
        wiring.buttons().forEach(button -> vials.add(new ButtonForVials(equipment(button.equipment()).switches.button(),
                button.name() + "-" + journal.value().substring(0, 8), button.product(), button.step())));
        return new Station(probes, doors, wiring.power().map(name -> equipment(name).switches.power()),
                wiring.orientation().map(name -> equipment(name).switches.orientation()), vials);
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
}
