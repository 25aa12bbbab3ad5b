package org.gardefroid.hardware.sht4x;

import java.util.HexFormat;
import org.gardefroid.hardware.port.Replies;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class Sht4xTest {

    @Test
    void theChecksumIsThatOfTheDatasheetsExample() {
        assertThat(Sht4xFrame.crc((byte) 0xBE, (byte) 0xEF)).isEqualTo(0x92);
    }

    @ParameterizedTest
    @CsvSource({"beef92, 85523", "648bc7, 23732"})
    void temperaturesFollowTheDatasheetsFormula(String word, int milliCelsius) {
        assertThat(decode(word + "a1331c")).isEqualTo(new Temperature(milliCelsius));
    }

    @ParameterizedTest
    @CsvSource({"000000000000, SHORTED", "ffffffffffff, SHORTED", "beef91beef92, CHECKSUM", "beef92beef91, CHECKSUM",
        "000000000081, CHECKSUM", "000081000081, OUT_OF_RANGE", "ffffacffffac, OUT_OF_RANGE"})
    void everyFaultIsToldApart(String frame, ProbeFault fault) {
        assertThat(decode(frame)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({"beef92a1331c, 72712", "beef92000081, 0", "beef92ffffac, 100000"})
    void humidityIsCutOffAtBothEnds(String frame, int thousandths) {
        assertThat(Sht4xFrame.relativeHumidity(HexFormat.of().parseHex(frame))).hasValue(thousandths);
    }

    @Test
    void itMeasuresWhenItIsAskedAndIsAFaultAsSoonAsItIsUnplugged() {
        var chip = new Replies("", "648bc7a1331c");
        var probe = new Sht4x(chip, millis -> assertThat(millis).isEqualTo(10));
        assertThat(probe.read()).isEqualTo(new Temperature(23_732));
        assertThat(probe.relativeHumidity()).hasValue(72_712);
        assertThat(probe.humidityPercent()).hasValue(73);
        assertThat(probe.read()).isEqualTo(ProbeFault.DISCONNECTED);
        assertThat(probe.relativeHumidity()).isEmpty();
        assertThat(probe.humidityPercent()).isEmpty();
        assertThat(chip.written()).containsExactly("fd", "", "fd");
    }

    private static Measurement decode(String frame) {
        return Sht4xFrame.temperature(HexFormat.of().parseHex(frame));
    }
}
