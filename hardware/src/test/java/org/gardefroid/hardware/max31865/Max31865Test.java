package org.gardefroid.hardware.max31865;

import org.gardefroid.hardware.port.Replies;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class Max31865Test {

    /** The reference table of IEC 60751, class-free values. */
    @ParameterizedTest
    @CsvSource({"18.52, -200", "60.26, -100", "68.33, -80", "80.31, -50", "92.16, -20", "100.00, 0", "101.95, 5",
        "109.73, 25", "138.51, 100", "175.86, 200"})
    void aResistanceIsATemperatureByTheStandardsTable(double ohms, double celsius) {
        assertThat(Pt100.celsius(ohms)).isCloseTo(celsius, within(0.02));
        assertThat(Pt100.ohms(celsius)).isCloseTo(ohms, within(0.005));
    }

    /** Registers as in table 9 of the datasheet, with its reference of 400 Ω. */
    @ParameterizedTest
    @CsvSource({"12b4, -175", "196c, -150", "2690, -100", "2d04, -75", "3366, -50", "3afc, -20", "4000, 0", "4280, 10",
        "4c6a, 50", "58a4, 100", "708c, 200"})
    void registersAreReadAsTheDatasheetGivesThem(String ratio, double celsius) {
        assertThat(read("81" + ratio + "ffff000000")).isInstanceOfSatisfying(Temperature.class,
                temperature -> assertThat(temperature.milliCelsius() / 1_000.0).isCloseTo(celsius, within(0.04)));
    }

    @ParameterizedTest
    @CsvSource({"0000000000000000, SHORTED", "ffffffffffffffff, SHORTED", "004000ffff000000, PROTOCOL",
        "81ffffffff000000, DISCONNECTED", "814000ffff000020, DISCONNECTED", "814000ffff000010, DISCONNECTED",
        "814000ffff000008, DISCONNECTED", "810000ffff000000, SHORTED", "814000ffff000004, OUT_OF_RANGE",
        "817d00ffff000000, OUT_OF_RANGE"})
    void everyFaultIsToldApart(String registers, ProbeFault fault) {
        assertThat(read(registers)).isEqualTo(fault);
    }

    @Test
    void theWiresAreTestedAndNoCurrentFlowsBetweenReadings() {
        var chip = new Replies("0000", "0000", "0000", "00914000ffff000000", "0000");
        assertThat(new Max31865(chip, millis -> {}, 400, 3).read()).isEqualTo(new Temperature(0));
        assertThat(chip.written()).containsExactly("8093", "8095", "80b1", "000000000000000000", "8011");
    }

    @Test
    void aPt100HasTwoToFourWires() {
        assertThatThrownBy(() -> new Max31865(new Replies(), millis -> {}, 400, 5))
                .hasMessage("a Pt100 has 2, 3 or 4 wires: 5");
    }

    private static Measurement read(String registers) {
        return new Max31865(new Replies("0000", "0000", "0000", "00" + registers, "0000"), millis -> {}, 400, 4).read();
    }
}
