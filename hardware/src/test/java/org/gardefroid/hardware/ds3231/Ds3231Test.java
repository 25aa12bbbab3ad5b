package org.gardefroid.hardware.ds3231;

import java.time.Instant;
import java.util.HexFormat;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.Replies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Ds3231Test {

    @ParameterizedTest
    @CsvSource({"59583107221126, ", "59582307221126, 2026-11-22T23:58:59Z", "00000007290228, 2028-02-29T00:00:00Z",
        "00000001018100, 2100-01-01T00:00:00Z", "5a000007221126, ", "00000007300226, ", "00005207221126, "})
    void registersAreADateOrNothing(String registers, Instant date) {
        var now = new Ds3231(new Replies("08", registers)).now();
        assertThat(now.orElse(null)).isEqualTo(date);
    }

    @Test
    void aClockThatHasStoppedSaysNothing() {
        assertThat(new Ds3231(new Replies("88")).now()).isEmpty();
        assertThat(new Ds3231(new Replies()).now()).isEmpty();
    }

    @Test
    void whatIsSetIsReadAgainAndTrusted() throws BusException {
        var chip = new Replies("", "88", "");
        new Ds3231(chip).set(Instant.parse("2026-11-22T23:58:59.9Z"));
        assertThat(chip.written()).containsExactly("0059582307221126", "0f", "0f08");
        assertThat(ClockRegisters.decode(ClockRegisters.encode(Instant.parse("2199-12-31T23:59:59Z"))))
                .contains(Instant.parse("2199-12-31T23:59:59Z"));
    }

    @Test
    void aYearThatItCannotCountIsRefused() {
        assertThatThrownBy(() -> ClockRegisters.encode(Instant.EPOCH))
                .hasMessage("a DS3231 counts the years 2000 to 2199: 1970-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"1940, 25250", "ff80, -500", "0000, 0"})
    void itsOwnTemperatureIsInQuarters(String registers, int milliCelsius) {
        assertThat(ClockRegisters.temperature(HexFormat.of().parseHex(registers)).milliCelsius())
                .isEqualTo(milliCelsius);
    }
}
