package org.gardefroid.telemetry;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WordsTest {

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotANumberIsNoTemperature(double celsius) {
        assertThatIllegalArgumentException().isThrownBy(() -> Temperature.ofCelsius(celsius));
    }

    @Test
    void aTemperatureOutOfRangeNamesTheValueAndTheLimit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Temperature(200_001)).withMessageContaining("200001")
                .withMessageContaining("200000");
    }

    @Test
    void degreesAreRoundedToTheThousandth() {
        assertThat(Temperature.ofCelsius(7.9996)).isEqualTo(new Temperature(8_000));
        assertThat(Temperature.ofCelsius(-0.5004)).isEqualTo(new Temperature(-500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "Box", "a/b", "a+", "é", "a b", "a\n"})
    void aNameThatWouldNotFitATopicIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeviceId(name));
    }

    @Test
    void aClockAt1970IsNotTrusted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatchClock(new BootId("b"), 0, Optional.of(Instant.EPOCH)));
    }

    @Test
    void aRecordIsDatedByItsBatchsClock() {
        BatchClock clock = new BatchClock(new BootId("b"), 10_000,
                Optional.of(Instant.parse("2026-11-22T02:10:00Z")));
        Event event = new Event.PowerChanged(false);
        assertThat(clock.date(new JournalRecord(7_500, event)))
                .contains(new Occurrence(Instant.parse("2026-11-22T02:09:57.500Z"), event));
    }

    @Test
    void codesAndNumbersOfFaultsAreTheirsAlone() {
        assertThat(ProbeFault.values()).extracting(ProbeFault::code).doesNotHaveDuplicates();
        assertThat(ProbeFault.values()).extracting(ProbeFault::number).doesNotHaveDuplicates();
        for (ProbeFault fault : ProbeFault.values()) {
            assertThat(ProbeFault.ofCode(fault.code())).contains(fault);
            assertThat(ProbeFault.ofNumber(fault.number())).contains(fault);
        }
    }
}
