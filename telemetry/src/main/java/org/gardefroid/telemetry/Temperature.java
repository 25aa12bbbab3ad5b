package org.gardefroid.telemetry;

/**
 * A temperature in thousandths of a degree Celsius.
 *
 * <p>An integer, so that "above +8.0 °C" means the same on the probe, on the wire and in SQL. A value outside
 * {@value #LOWEST_MILLI_CELSIUS} to {@value #HIGHEST_MILLI_CELSIUS} m°C is a decoding mistake, not a cold place.
 *
 * @param milliCelsius from -200,000 to 200,000
 */
public record Temperature(int milliCelsius) implements Measurement, Comparable<Temperature> {

    public static final int LOWEST_MILLI_CELSIUS = -200_000;
    public static final int HIGHEST_MILLI_CELSIUS = 200_000;

    public Temperature {
        if (!isInRange(milliCelsius)) {
            throw new RefusedValue("température hors limites : " + milliCelsius + " m°C n’est pas entre "
                    + LOWEST_MILLI_CELSIUS + " et " + HIGHEST_MILLI_CELSIUS,
                    "temperature is out of range: " + milliCelsius + " m°C is not from " + LOWEST_MILLI_CELSIUS
                            + " to " + HIGHEST_MILLI_CELSIUS);
        }
    }

    /** Rounds to the nearest thousandth of a degree; refuses what is not finite. */
    public static Temperature ofCelsius(double celsius) {
        if (!Double.isFinite(celsius)) { // Math.round makes 0 of NaN: a fault would become the freezing point
            throw new RefusedValue("pas une température : " + celsius + " °C", "not a temperature: " + celsius + " °C");
        }
        return new Temperature(Math.toIntExact(Math.round(celsius * 1_000)));
    }

    /** Whether {@code milliCelsius} may be a temperature at all. */
    public static boolean isInRange(long milliCelsius) {
        return milliCelsius >= LOWEST_MILLI_CELSIUS && milliCelsius <= HIGHEST_MILLI_CELSIUS;
    }

    public double celsius() {
        return milliCelsius / 1_000.0;
    }

    public boolean isAbove(Temperature other) {
        return milliCelsius > other.milliCelsius;
    }

    public boolean isBelow(Temperature other) {
        return milliCelsius < other.milliCelsius;
    }

    @Override
    public int compareTo(Temperature other) {
        return Integer.compare(milliCelsius, other.milliCelsius);
    }
}
