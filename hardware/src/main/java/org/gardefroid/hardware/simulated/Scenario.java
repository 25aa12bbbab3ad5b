package org.gardefroid.hardware.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gardefroid.hardware.simulated.ScenarioStep.AmbientIs;
import org.gardefroid.hardware.simulated.ScenarioStep.DoorOpen;
import org.gardefroid.hardware.simulated.ScenarioStep.MachineOff;
import org.gardefroid.hardware.simulated.ScenarioStep.PowerOff;
import org.gardefroid.hardware.simulated.ScenarioStep.ProbeFails;
import org.gardefroid.hardware.simulated.ScenarioStep.Tipped;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;

/**
 * What happens to one equipment, by the clock: a script, told beforehand.
 *
 * @param ambient the temperature around it where no step says otherwise, in °C
 */
public record Scenario(Instant start, double ambient, List<ScenarioStep> steps) implements Surroundings {

    public static final double USUAL_AMBIENT_CELSIUS = 21;

    public Scenario {
        steps = List.copyOf(steps);
    }

    /** Nothing happens. */
    public static Scenario quiet(Instant start) {
        return new Scenario(start, USUAL_AMBIENT_CELSIUS, List.of());
    }

    @Override
    public boolean isDoorOpen(Instant at) {
        return steps.stream().anyMatch(step -> step instanceof DoorOpen && isNow(step, at));
    }

    @Override
    public boolean isMachineOff(Instant at) {
        return steps.stream()
                .anyMatch(step -> (step instanceof MachineOff || step instanceof PowerOff) && isNow(step, at));
    }

    @Override
    public double ambient(Instant at) {
        double now = ambient;
        for (ScenarioStep step : steps) {
            if (step instanceof AmbientIs(Duration _, Duration _, double celsius) && isNow(step, at)) {
                now = celsius;
            }
        }
        return now;
    }

    public boolean isOnMains(Instant at) {
        return steps.stream().noneMatch(step -> step instanceof PowerOff && isNow(step, at));
    }

    public boolean isUpright(Instant at) {
        return steps.stream().noneMatch(step -> step instanceof Tipped && isNow(step, at));
    }

    public Optional<ProbeFault> fault(ProbeId probe, Instant at) {
        for (ScenarioStep step : steps) {
            if (step instanceof ProbeFails(Duration _, Duration _, ProbeId failing, ProbeFault fault)
                    && failing.equals(probe) && isNow(step, at)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** The steps that happen at a moment after {@code from} and not after {@code to}. */
    public List<ScenarioStep> momentsIn(Instant from, Instant to) {
        return steps.stream().filter(ScenarioStep::isMoment)
                .filter(step -> start.plus(step.from()).isAfter(from) && !start.plus(step.from()).isAfter(to)).toList();
    }

    private boolean isNow(ScenarioStep step, Instant at) {
        Instant begins = start.plus(step.from());
        return !at.isBefore(begins) && at.isBefore(begins.plus(step.lasts()));
    }
}
