package org.gardefroid.hardware.simulated;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;
import org.gardefroid.telemetry.Temperature;

/** A DS18B20 in a modelled equipment: its noise, its steps of 1/16 °C, and the faults that its scenario gives it. */
public final class SimulatedProbe implements TemperatureProbe {

    private static final double STEPS_PER_KELVIN = 16;
    private static final double NOISE_KELVIN = 0.03;

    private final ProbeId id;
    private final ProbePurpose purpose;
    private final ThermalModel model;
    private final Scenario scenario;
    private final long seed;
    private final InstantSource now;

    /** @param now the time in the simulated world, whatever the agent's own clock believes */
    public SimulatedProbe(ProbeId id, ProbePurpose purpose, ThermalModel model, Scenario scenario, long seed,
            InstantSource now) {
        this.id = id;
        this.purpose = purpose;
        this.model = model;
        this.scenario = scenario;
        this.seed = seed ^ id.value().hashCode();
        this.now = now;
    }

    @Override
    public Measurement read() {
        return at(now.instant());
    }

    /** What it says, or would have said, at {@code at}. */
    public Measurement at(Instant at) {
        Optional<ProbeFault> fault = scenario.fault(id, at);
        if (fault.isPresent()) {
            return fault.get();
        }
        double shown = tip(at) + NOISE_KELVIN * Noise.gaussian(seed, at.toEpochMilli());
        return Temperature.ofCelsius(Math.round(shown * STEPS_PER_KELVIN) / STEPS_PER_KELVIN);
    }

    /** What its tip really has: no noise, no steps, no faults. */
    public Temperature truth(Instant at) {
        return Temperature.ofCelsius(tip(at));
    }

    private double tip(Instant at) {
        Climate climate = model.at(at);
        return switch (purpose) {
            case PRODUCT -> climate.bufferedTip();
            case AIR -> climate.bareTip();
            case AMBIENT -> scenario.ambient(at);
        };
    }
}
