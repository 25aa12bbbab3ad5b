package org.gardefroid.hardware.simulated;

import java.time.Duration;
import org.gardefroid.telemetry.Event.VialHandled;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;

/** One thing that happens, from a time after the scenario's start. */
public sealed interface ScenarioStep {

    /** After the scenario's start. */
    Duration from();

    /** Zero for what happens at a moment. */
    Duration lasts();

    default boolean isMoment() {
        return lasts().isZero();
    }

    record DoorOpen(Duration from, Duration lasts) implements ScenarioStep {}

    /** The compressor does not run, though there is power. */
    record MachineOff(Duration from, Duration lasts) implements ScenarioStep {}

    /** The mains are gone. */
    record PowerOff(Duration from, Duration lasts) implements ScenarioStep {}

    record Tipped(Duration from, Duration lasts) implements ScenarioStep {}

    record AmbientIs(Duration from, Duration lasts, double celsius) implements ScenarioStep {}

    record ProbeFails(Duration from, Duration lasts, ProbeId probe, ProbeFault fault) implements ScenarioStep {}

    record ButtonPressed(Duration from) implements ScenarioStep {
        @Override
        public Duration lasts() {
            return Duration.ZERO;
        }
    }

    record VialRead(Duration from, VialHandled handled) implements ScenarioStep {
        @Override
        public Duration lasts() {
            return Duration.ZERO;
        }
    }
}
