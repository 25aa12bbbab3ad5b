package org.gardefroid.vaccines.custody;

import java.util.List;
import java.util.Optional;

/**
 * The mean kinetic temperature of what was observed: one steady temperature that would have aged a product as much (USP
 * &lt;1079.2&gt;). It says nothing of freezing, and averages away a short heat: a figure to support a judgement.
 */
final class MeanKinetic {

    /** 83.144 kJ/mol over the gas constant 8.3144 J/(mol·K), in kelvin; USP &lt;1079.2&gt;. */
    private static final double ACTIVATION_OVER_GAS_CONSTANT = 10_000;

    private static final double ZERO_CELSIUS_IN_KELVIN = 273.15;

    private MeanKinetic() {}

    static Optional<Double> celsius(List<Segment> segments) {
        double sum = 0;
        double seconds = 0;
        for (Segment segment : segments) {
            if (segment.seen().isPresent()) {
                double kelvin = segment.seen().get().middle().celsius() + ZERO_CELSIUS_IN_KELVIN;
                double length = segment.length().toMillis() / 1_000.0;
                sum += length * Math.exp(-ACTIVATION_OVER_GAS_CONSTANT / kelvin);
                seconds += length;
            }
        }
        return seconds == 0
                ? Optional.empty()
                : Optional.of(ACTIVATION_OVER_GAS_CONSTANT / -Math.log(sum / seconds) - ZERO_CELSIUS_IN_KELVIN);
    }
}
