package org.gardefroid.hardware.tmp117;

import org.gardefroid.hardware.port.Replies;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class Tmp117Test {

    /** The datasheet's table of temperature codes, inside the operating range, to the thousandth. */
    @ParameterizedTest
    @CsvSource({"f380, -25000", "fff0, -125", "ffff, -8", "0000, 0", "0001, 8", "0010, 125", "0080, 1000",
        "0c80, 25000",
        "3200, 100000", "4b00, 150000"})
    void theDatasheetsTemperaturesAreReadAsItGivesThem(String register, int milliCelsius) {
        assertThat(new Tmp117(new Replies("0117", register)).read()).isEqualTo(new Temperature(milliCelsius));
    }

    @ParameterizedTest
    @CsvSource({"0117, 8000, POWER_ON_VALUE", "0117, 7fff, OUT_OF_RANGE", "0117, e47f, OUT_OF_RANGE",
        "0000, 0000, SHORTED", "ffff, ffff, SHORTED", "0190, 0c80, PROTOCOL"})
    void everyFaultIsToldApart(String identity, String register, ProbeFault fault) {
        assertThat(new Tmp117(new Replies(identity, register)).read()).isEqualTo(fault);
    }

    @Test
    void anotherRevisionIsTheSameChip() {
        assertThat(new Tmp117(new Replies("1117", "0c80")).read()).isEqualTo(new Temperature(25_000));
    }

    @Test
    void anUnpluggedChipIsAFaultAtOnce() {
        var probe = new Tmp117(new Replies("0117", "0c80", "0117"));
        assertThat(probe.read()).isEqualTo(new Temperature(25_000));
        assertThat(probe.read()).isEqualTo(ProbeFault.DISCONNECTED);
    }
}
