package org.gardefroid.hardware.ds18b20;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class KernelTextTest {

    /** Captures of real probes lie beside the checkout and not in it; without them their test is skipped by name. */
    private static final Path CAPTURES = Path.of("../../shared/data/sensors/ds18b20-scratchpads.json");

    /** Table 1 of the datasheet. */
    @ParameterizedTest
    @CsvSource({"07D0, 125000", "0191, 25062", "00A2, 10125", "0008, 500", "0000, 0", "FFF8, -500", "FF5E, -10125",
        "FE6F, -25062", "FC90, -55000"})
    void theDatasheetsTemperaturesAreReadAsItGivesThem(String register, int milliCelsius) {
        assertThat(decode(withChecksum(register, "10"))).isEqualTo(new Temperature(milliCelsius));
    }

    @Test
    void whatTheKernelMakesOfRealProbesIsWhatWeMakeOfThem() throws IOException {
        assumeTrue(Files.isRegularFile(CAPTURES), "the captures are not here: " + CAPTURES);
        var capture = Pattern.compile("\"scratchpad\": \"([^\"]+)\".*?\"expected_t_millidegrees\": (-?\\d+)",
                Pattern.DOTALL);
        var all = capture.matcher(Files.readString(CAPTURES)).results().toList();
        assertThat(all).hasSize(14);
        assertThat(all).allSatisfy(each -> assertThat(decode(each.group(1))).isEqualTo(
                each.group(1).startsWith("50 05")
                        ? ProbeFault.POWER_ON_VALUE
                        : new Temperature(Integer.parseInt(each.group(2)))));
    }

    @ParameterizedTest
    @CsvSource({
        "50 05 4b 46 7f ff 0c 10 1c, POWER_ON_VALUE", // never converted
        "4b 00 4b 46 7f ff 05 10 00, CHECKSUM", "00 00 00 00 00 00 00 00 00, SHORTED",
        "ff ff ff ff ff ff ff ff ff, SHORTED"})
    void everyFaultIsToldApartThoughTheKernelSaysYes(String bytes, ProbeFault fault) {
        assertThat(decode(bytes)).isEqualTo(fault);
    }

    @Test
    void aRealEightyFiveDegreesIsATemperature() {
        assertThat(decode(withChecksum("0550", "10"))).isEqualTo(new Temperature(85_000));
    }

    @ParameterizedTest
    @CsvSource({"F810, DISCONNECTED", "FC8F, OUT_OF_RANGE", "07D1, OUT_OF_RANGE"})
    void whatTheDatasheetExcludesIsNoTemperature(String register, ProbeFault fault) {
        assertThat(decode(withChecksum(register, "10"))).isEqualTo(fault);
    }

    @Test
    void theKernelsNoIsBelievedEvenOnBytesThatLookGood() {
        assertThat(KernelText.decode("47 01 4b 01 7f ff 0c 10 d4 : crc=d5 NO\n47 01 4b 01 7f ff 0c 10 d4 t=20437\n"))
                .isEqualTo(ProbeFault.CHECKSUM);
    }

    @Test
    void atNineBitsTheUndefinedOnesAreCutOff() {
        String bytes = "57 00 4b 46 1f ff 0c 10 ";
        int crc = Scratchpad.crc(hexadecimal(bytes + "00"));
        assertThat(decode(bytes + String.format(Locale.ROOT, "%02x", crc))).isEqualTo(new Temperature(5_000));
    }

    @ParameterizedTest
    @CsvSource({"4687, 4687", "-312, -312", "0, 0", "125000, 125000"})
    void theNumberAloneIsReadWhereThereAreNoBytes(String text, int milliCelsius) {
        assertThat(KernelText.decode(text + "\n")).isEqualTo(new Temperature(milliCelsius));
    }

    @ParameterizedTest
    @CsvSource({"85000, POWER_ON_VALUE", "-127000, DISCONNECTED", "127937, OUT_OF_RANGE", "-55001, OUT_OF_RANGE",
        "'', DISCONNECTED", "warm, PROTOCOL", "4.6, PROTOCOL"})
    void theNumberAloneHasFaultsToo(String text, ProbeFault fault) {
        assertThat(KernelText.decode(text + "\n")).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"47 01 4b", "47 01 4b 01 7f ff 0c 10 : crc=d4 YES",
        "zz 01 4b 01 7f ff 0c 10 d4 : crc=d4 YES"})
    void bytesThatAreMissingAreNoScratchpad(String text) {
        assertThat(KernelText.decode(text)).isEqualTo(ProbeFault.PROTOCOL);
    }

    private static Measurement decode(String bytes) {
        return KernelText.decode(bytes + " : crc=" + bytes.substring(24) + " YES\n" + bytes + " t=4687\n");
    }

    private static String withChecksum(String register, String reserved) {
        String bytes = register.substring(2) + " " + register.substring(0, 2) + " 4b 46 7f ff " + reserved + " 10 ";
        return bytes + String.format(Locale.ROOT, "%02x", Scratchpad.crc(hexadecimal(bytes + "00")));
    }

    private static byte[] hexadecimal(String bytes) {
        return HexFormat.ofDelimiter(" ").parseHex(bytes);
    }
}
