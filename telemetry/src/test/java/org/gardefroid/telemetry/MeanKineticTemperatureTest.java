package org.gardefroid.telemetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Days at 5 °C but for one stretch, a reading a minute, with USP's 83.144 kJ/mol. */
class MeanKineticTemperatureTest {

    private static final MeanKineticTemperature USP = new MeanKineticTemperature(MeanKineticTemperature.USP);

    private static List<Temperature> day(int minutes, double celsius) {
        List<Temperature> day = new ArrayList<>(Collections.nCopies(minutes, Temperature.ofCelsius(celsius)));
        day.addAll(Collections.nCopies(1_440 - minutes, Temperature.ofCelsius(5)));
        return day;
    }

    @ParameterizedTest
    @CsvSource({"240, 15, 7.70", "360, 14, 8.29", "120, 25, 9.83", "60, 15, 5.76"})
    void weighsWarmthMoreThanTheMeanDoes(int minutes, double celsius, double mean) {
        assertThat(USP.celsius(day(minutes, celsius))).isCloseTo(mean, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"759, 10", "475, 12", "271, 15", "127, 20", "66, 25", "36, 30"})
    void staysAtEightDegreesForSoManyMinutesAndNotOneMore(int minutes, double celsius) {
        assertThat(USP.celsius(day(minutes, celsius))).isLessThanOrEqualTo(8);
        assertThat(USP.celsius(day(minutes + 1, celsius))).isGreaterThan(8);
    }

    @Test
    void ofOneTemperatureIsThatTemperature() {
        assertThat(USP.celsius(List.of(Temperature.ofCelsius(-80)))).isCloseTo(-80, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -83, 1_001, Double.NaN, Double.POSITIVE_INFINITY})
    void anEnergyThatCannotBeIsRefused(double energy) {
        assertThatThrownBy(() -> new MeanKineticTemperature(energy)).hasMessageContaining("1 to 1000 kJ/mol");
    }

    @Test
    void ofNothingIsNothing() {
        assertThatThrownBy(() -> USP.celsius(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
