package org.gardefroid.hardware.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Times, scenarios and questions that the tests of this package share. */
final class Simulated {

    static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

    private Simulated() {}

    static Scenario scenario(String... lines) {
        ScenarioScript script = ScenarioScript.parse(List.of(lines));
        if (!script.problems().isEmpty()) {
            throw new IllegalArgumentException(script.problems().toString());
        }
        return new Scenario(START, Scenario.USUAL_AMBIENT_CELSIUS, script.steps());
    }

    static Climate after(ThermalModel model, String time) {
        return model.at(START.plus(Duration.parse("PT" + time)));
    }
}
