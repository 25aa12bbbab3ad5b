package org.gardefroid.hardware.simulated;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.gardefroid.hardware.DoorContact;
import org.gardefroid.hardware.PowerSense;
import org.gardefroid.hardware.PushButton;
import org.gardefroid.hardware.VialOrientation;
import org.gardefroid.hardware.VialReader;
import org.gardefroid.hardware.simulated.ScenarioStep.ButtonPressed;
import org.gardefroid.hardware.simulated.ScenarioStep.VialRead;
import org.gardefroid.telemetry.Event.VialHandled;

/** The contacts, buttons and readers of an equipment, moved by its scenario. Each is of its own: none shares a memory. */
public final class SimulatedSwitches {

    private final Scenario scenario;
    private final InstantSource now;

    public SimulatedSwitches(Scenario scenario, InstantSource now) {
        this.scenario = scenario;
        this.now = now;
    }

    public DoorContact door() {
        return () -> scenario.isDoorOpen(now.instant());
    }

    public PowerSense power() {
        return () -> scenario.isOnMains(now.instant());
    }

    public VialOrientation orientation() {
        return () -> scenario.isUpright(now.instant());
    }

    public PushButton button() {
        Moments moments = new Moments();
        return () -> (int) moments.sinceLastAsked().stream().filter(ButtonPressed.class::isInstance).count();
    }

    public VialReader reader() {
        Moments moments = new Moments();
        return () -> moments.sinceLastAsked().stream().filter(VialRead.class::isInstance)
                .map(step -> handled((VialRead) step)).toList();
    }

    private static VialHandled handled(VialRead step) {
        return step.handled();
    }

    /** What was before the first question is past: nobody was there to see it. */
    private final class Moments {

        private Instant lastAsked = now.instant();

        List<ScenarioStep> sinceLastAsked() {
            Instant asked = now.instant();
            List<ScenarioStep> moments = scenario.momentsIn(lastAsked, asked);
            lastAsked = asked;
            return moments;
        }
    }
}
