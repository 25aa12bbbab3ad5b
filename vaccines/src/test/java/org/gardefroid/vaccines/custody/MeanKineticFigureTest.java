package org.gardefroid.vaccines.custody;

import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.MeanKineticTemperature;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gardefroid.vaccines.custody.Case.at;

class MeanKineticFigureTest {

    private static final Place BOX = new Place.Inside(new PlaceId("box"));

    private static Segment segment(int from, int to, double celsius) {
        Temperature temperature = Temperature.ofCelsius(celsius);
        return new Segment(at(from), at(to), BOX, Optional.of(Span.of(temperature)),
                MeanKineticTemperature.AS_USP.ageing(temperature));
    }

    private static Optional<Double> meanKinetic(Segment... segments) {
        return Exposure.of(List.of(), List.of(segments)).meanKinetic();
    }

    /** A day, the rest of it at 5.0 °C. */
    @ParameterizedTest
    @CsvSource({"240, 15, 7.70", "360, 14, 8.29", "120, 25, 9.83", "60, 15, 5.76"})
    void aShortHeatWeighsMoreThanItsMinutes(int minutes, double celsius, double expected) {
        assertThat(meanKinetic(segment(0, minutes, celsius), segment(minutes, 1_440, 5)).orElseThrow())
                .isCloseTo(expected, within(0.005));
    }

    @Test
    void whatNobodySawHasNone() {
        assertThat(meanKinetic(Segment.unobserved(at(0), at(60), BOX))).isEmpty();
    }
}
