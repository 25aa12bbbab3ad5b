package org.gardefroid.telemetry.wire;

import java.math.BigDecimal;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Temperature;

/** Numbers of the wire as our integers; what does not fit is refused, never rounded away unseen. */
final class Decimals {

    /** About 285,000 years: whatever is larger is no time of ours, and stays clear of a long's end. */
    private static final long MOST_MILLIS = 1L << 53;

    private Decimals() {}

    /** Seconds as whole milliseconds. */
    static long millis(BigDecimal seconds) throws Refusal {
        try {
            long millis = seconds.movePointRight(3).longValueExact();
            if (Math.abs(millis) > MOST_MILLIS) {
                throw new Refusal(Rejection.IMPOSSIBLE_TIME, "a time of " + seconds + " s");
            }
            return millis;
        } catch (ArithmeticException e) {
            throw new Refusal(Rejection.IMPOSSIBLE_TIME, "a time of " + seconds + " s is not in whole milliseconds");
        }
    }

    static long whole(BigDecimal number) throws Refusal {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw Refusal.malformed(number + " is not a whole number");
        }
    }

    /** Degrees, exact to the thousandth. */
    static Temperature temperature(BigDecimal celsius) throws Refusal {
        try {
            long milliCelsius = celsius.movePointRight(3).longValueExact();
            if (Temperature.isInRange(milliCelsius)) {
                return new Temperature((int) milliCelsius);
            }
        } catch (ArithmeticException e) { // finer than we measure, or far too large: refused below
        }
        throw new Refusal(Rejection.NOT_A_TEMPERATURE, celsius + " °C is not from "
                + Temperature.LOWEST_MILLI_CELSIUS / 1_000 + " to " + Temperature.HIGHEST_MILLI_CELSIUS / 1_000
                + " in thousandths");
    }
}
