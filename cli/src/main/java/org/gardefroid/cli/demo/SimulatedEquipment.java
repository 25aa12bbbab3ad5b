package org.gardefroid.cli.demo;

import java.time.Instant;
import java.util.List;
import org.gardefroid.hardware.simulated.CoolBox;
import org.gardefroid.hardware.simulated.Refrigerator;
import org.gardefroid.hardware.simulated.Scenario;
import org.gardefroid.hardware.simulated.ScenarioScript;
import org.gardefroid.hardware.simulated.ThermalModel;

/**
 * One equipment of the demo, with the device that watches it.
 *
 * @param coolBoxPackKilograms ice packs of a cool box; 0 for a refrigerator
 * @param script what happens to it, as {@link ScenarioScript} reads it
 */
public record SimulatedEquipment(
        String device,
        String name,
        String labelFr,
        String labelEn,
        double coolBoxPackKilograms,
        List<String> script) {

    public SimulatedEquipment {
        script = List.copyOf(script);
    }

    public boolean isCoolBox() {
        return coolBoxPackKilograms > 0;
    }

    public String preset() {
        return isCoolBox() ? "cool-box-2-8" : "fridge-2-8";
    }

    public String productProbe() {
        return name + "-produit";
    }

    public String airProbe() {
        return name + "-air";
    }

    public String door() {
        return name + (isCoolBox() ? "-couvercle" : "-porte");
    }

    public Scenario scenario(Instant start) {
        ScenarioScript parsed = ScenarioScript.parse(script);
        if (!parsed.problems().isEmpty()) {
            throw new IllegalStateException("the demo's own script: " + parsed.problems());
        }
        return new Scenario(start, Scenario.USUAL_AMBIENT_CELSIUS, parsed.steps());
    }

    public ThermalModel model(Instant start) {
        Scenario scenario = scenario(start);
        return isCoolBox() ? new CoolBox(scenario, coolBoxPackKilograms) : new Refrigerator(scenario);
    }
}
