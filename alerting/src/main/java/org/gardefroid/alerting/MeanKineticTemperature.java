package org.gardefroid.alerting;

import java.util.Collection;
import org.gardefroid.telemetry.Temperature;

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

    public MeanKineticTemperature {
        if (!(activationEnergy >= LOWEST && activationEnergy <= HIGHEST)) {
            throw new IllegalArgumentException(
                    "activation energy must be " + LOWEST + " to " + HIGHEST + " kJ/mol: " + activationEnergy);
        }
    }

    /** In °C, of at least one temperature, each counting as much as the others. */
    public double celsius(Collection<Temperature> temperatures) {
        if (temperatures.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one temperature");
        }
        double kelvin = activationEnergy * 1_000 / GAS_CONSTANT;
        double sum = 0;
        for (Temperature temperature : temperatures) {
            sum += Math.exp(-kelvin / (temperature.milliCelsius() / 1_000.0 + ZERO_CELSIUS));
        }
        return kelvin / -Math.log(sum / temperatures.size()) - ZERO_CELSIUS;
    }
}
