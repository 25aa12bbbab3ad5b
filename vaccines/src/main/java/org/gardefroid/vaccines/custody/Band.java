package org.gardefroid.vaccines.custody;

import java.util.List;
import org.gardefroid.telemetry.Temperature;

/**
 * A band of the exposure ledger: of thousandths of a degree, both included. 2.0 and 8.0 °C belong to the refrigerator,
 * −0.5 °C to the frozen.
 *
 * @param name from where to where, in °C
 */
public record Band(String name, int lowestMilliCelsius, int highestMilliCelsius) {

    /** Every temperature is in one of them. */
    public static final List<Band> ALL = List.of(
            new Band("<=-0.5", Integer.MIN_VALUE, -500),
            new Band("-0.5..2", -499, 1_999),
            new Band("2..8", 2_000, 8_000),
            new Band("8..15", 8_001, 15_000),
            new Band("15..25", 15_001, 25_000),
            new Band("25..30", 25_001, 30_000),
            new Band(">30", 30_001, Integer.MAX_VALUE));

    boolean contains(Temperature temperature) {
        return temperature.milliCelsius() >= lowestMilliCelsius && temperature.milliCelsius() <= highestMilliCelsius;
    }

    boolean isTouchedBy(Span seen) {
        return seen.coldest().milliCelsius() <= highestMilliCelsius
                && seen.warmest().milliCelsius() >= lowestMilliCelsius;
    }
}
