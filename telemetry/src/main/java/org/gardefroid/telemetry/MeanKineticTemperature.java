package org.gardefroid.telemetry;

import java.util.Collection;

/**
 * The one temperature that would have done as much as all of these together, by USP &lt;1079.2&gt;. Supporting evidence
 * only: it may excuse neither freezing nor a product's own excursion data, and releases nothing.
 *
 * @param activationEnergy in kJ/mol, {@value #LOWEST} to {@value #HIGHEST}; USP's own is {@link #USP}
 */
public record MeanKineticTemperature(double activationEnergy) {

    /** ΔH of USP &lt;1079.2&gt;, in kJ/mol: with {@link #GAS_CONSTANT}, ΔH/R is 10,000 K. */
    public static final double USP = 83.144;

    public static final int LOWEST = 1;
    public static final int HIGHEST = 1_000;

    /** R as in USP &lt;1079.2&gt;, in J/(mol·K). */
    private static final double GAS_CONSTANT = 8.3144;
    private static final double ZERO_CELSIUS = 273.15;

    public static final MeanKineticTemperature AS_USP = new MeanKineticTemperature(USP);

    public MeanKineticTemperature {
        if (!(activationEnergy >= LOWEST && activationEnergy <= HIGHEST)) {
            throw new IllegalArgumentException(
                    "activation energy must be " + LOWEST + " to " + HIGHEST + " kJ/mol: " + activationEnergy);
        }
    }

    /** In °C, of at least one temperature, each counting as much as the others. */
    public double celsius(Collection<Temperature> temperatures) {
        return celsius(temperatures.stream().mapToDouble(this::ageing).average()
                .orElseThrow(() -> new IllegalArgumentException("a mean needs at least one temperature")));
    }

    /** How fast a product ages at a temperature, in no unit: only the mean of several means something. */
    public double ageing(Temperature temperature) {
        return Math.exp(-kelvin() / (temperature.celsius() + ZERO_CELSIUS));
    }

    /** In °C, the temperature of a mean of {@link #ageing}. */
    public double celsius(double meanAgeing) {
        return kelvin() / -Math.log(meanAgeing) - ZERO_CELSIUS;
    }

    private double kelvin() {
        return activationEnergy * 1_000 / GAS_CONSTANT;
    }
}
