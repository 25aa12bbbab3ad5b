package org.gardefroid.vaccines.custody;

import java.math.BigDecimal;
import org.gardefroid.telemetry.Temperature;

/** Figures as a person writes them, without noughts that say nothing. */
final class Figures {

    private Figures() {}

    static String celsius(Temperature temperature) {
        BigDecimal celsius = BigDecimal.valueOf(temperature.milliCelsius(), 3).stripTrailingZeros();
        return (celsius.scale() < 1 ? celsius.setScale(1) : celsius).toPlainString();
    }
}
