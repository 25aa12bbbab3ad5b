package org.gardefroid.vaccines.gs1;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.gardefroid.vaccines.Gtin;
import org.gardefroid.vaccines.gs1.Unreadable.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScanReaderTest {

    private static final String GTIN = "03400935137401";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Label WHOLE = new Label(Optional.of(new Gtin(GTIN)), Optional.of("A69CB123"),
            Optional.of(LocalDate.of(2027, 12, 31)), Optional.of("5X7"));

    @ParameterizedTest
    @ValueSource(strings = {"]d20103400935137401172712311" + "0A69CB123\u001d215X7",
        "\u001d01034009351374011727123110A69CB123\u001d215X7", "01034009351374011727123110A69CB123\u001d215X7\r",
        "^01034009351374011727123110A69CB123^215X7", "01034009351374011727123110A69CB123<GS>215X7",
        "01034009351374011727123110A69CB123{GS}215X7", "01034009351374011727123110A69CB123\\x1d215X7",
        "01034009351374011727123110A69CB123\\u001D215X7", "01034009351374011727123110A69CB123~1215X7",
        "<FNC1>01034009351374011727123110A69CB123<FNC1>215X7", "01034009351374011727123110A69CB123\u241d215X7",
        "]C101034009351374011727123110A69CB123^]215X7", "]Q301034009351374011727123110A69CB123|215X7",
        "]e001034009351374011727123110A69CB123\u001d215X7\u001d", "\uFEFF ]d2\u001d215X7\u001d0103400935137401"
                + "10A69CB123\u001d17271231 ",
        "(01)03400935137401(17)271231(10)A69CB123(21)5X7",
        "(01) 03400935137401 (17) 271231 (10) A69CB123 (21) 5X7",
        "https://example.org/01/3400935137401/10/A69CB123/21/5X7?17=271231",
        "]d1https://example.org/p/01/03400935137401/10/A69CB123/21/5X7?17=271231#front"})
    void theSameLabelIsReadWhicheverWayTheScannerSendsIt(String line) {
        assertThat(read(line)).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3400935137401", "3400935137401\r", "]E03400935137401", "03400935137401",
        "]I103400935137401"})
    void aBareCip13IsAGtinWithAZeroBeforeIt(String line) {
        assertThat(read(line)).isEqualTo(new Label(Optional.of(new Gtin(GTIN)), Optional.empty(), Optional.empty(),
                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"270228, 2027-02-28", "270200, 2027-02-28", "280200, 2028-02-29", "270400, 2027-04-30",
        "271200, 2027-12-31", "761231, 2076-12-31", "770101, 1977-01-01", "991231, 1999-12-31", "000229, 2000-02-29"})
    void dayZeroIsTheLastOfTheMonthAndTheCenturyIsTheNearest(String digits, LocalDate expiry) {
        assertThat(expiry("^17" + digits)).isEqualTo(expiry);
    }

    @ParameterizedTest
    @CsvSource({"2049-06-01, 000131, 2000-01-31", "2050-06-01, 000131, 2100-01-31", "2060-06-01, 000200, 2100-02-28",
        "1999-06-01, 490131, 2049-01-31", "1999-06-01, 500131, 1950-01-31"})
    void theCenturyMovesWithToday(LocalDate today, String digits, LocalDate expiry) {
        assertThat(new ScanReader(today).read("^17" + digits)).isInstanceOfSatisfying(Label.class,
                label -> assertThat(label.expiry()).contains(expiry));
    }

    @Test
    void theExpiryMayCarryAnHourInAnotherElement() {
        assertThat(expiry("^70032712311830^0103400935137401")).isEqualTo(LocalDate.of(2027, 12, 31));
    }

    @Test
    void whatIsNotAskedForIsPassedOver() {
        assertThat(read("^0103400935137401240X-1^3103000123713ABC^9912^21S"))
                .isEqualTo(new Label(Optional.of(new Gtin(GTIN)), Optional.empty(), Optional.empty(),
                        Optional.of("S")));
    }

    @Test
    void theSameElementTwiceSaysNothingNewAndAnotherValueContradictsIt() {
        assertThat(read("^10A^10A")).isEqualTo(read("^10A"));
        assertThat(read("^10A^10B")).isEqualTo(unreadable(Fault.CONTRADICTION, "10", "A", "B"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "^0103400935137402; CHECK_DIGIT; 01,03400935137402,1",
        "3400935137400; CHECK_DIGIT; EAN-13,3400935137400,1",
        "^17271301; DATE; 17,271301", "^17270230; DATE; 17,270230", "^17270001; DATE; 17,270001",
        "^010340093513740; LENGTH; 01,0340093513740,14", "^1727123; LENGTH; 17,27123,6",
        "^10ABCDEFGHIJKLMNOPQRSTU; LENGTH; 10,ABCDEFGHIJKLMNOPQRSTU,1…20", "^10^17271231; LENGTH; 10,,1…20",
        "^10A B; CHARACTER; `10,A B, `", "^10é; CHARACTER; 10,é,é", "^1727123X; CHARACTER; 17,27123X,X",
        "^0103400935137401891; UNKNOWN_IDENTIFIER; 891", "(89)1; UNKNOWN_IDENTIFIER; 89",
        "(01)03400935137401(17; BRACKET; (17", "17271231; NOT_GS1; 17271231", "LOT A69; NOT_GS1; LOT A69",
        "]A0ABC; SYMBOLOGY; ]A0", "https://example.org/; LINK; https://example.org/",
        "à&à\"'àà)\"(&\"è'à&; KEYBOARD_LAYOUT; à&à\"'àà)\"(&\"è'à&", "^801103; CONTENT; 8011,03,no-leading-zero"})
    void whatIsWrongIsNamedWithTheValueAndWhatWasExpected(String line, Fault fault, String values) {
        assertThat(read(line)).isEqualTo(unreadable(fault, values.split(",", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t ", "^", "]d2", "\u001d"})
    void nothingIsNoLabel(String line) {
        assertThat(read(line)).isEqualTo(unreadable(Fault.EMPTY));
    }

    @Test
    void noLineIsTooLongToBeAnswered() {
        assertThat(read("0".repeat(16_385))).isEqualTo(unreadable(Fault.TOO_LONG, "16385", "16384"));
    }

    @Property(tries = 5_000)
    void everyLineIsAnswered(@ForAll @StringLength(max = 60) String line) {
        assertThat(read(line)).isNotNull();
    }

    private static LocalDate expiry(String line) {
        return ((Label) read(line)).expiry().orElseThrow();
    }

    private static Scan read(String line) {
        return new ScanReader(TODAY).read(line);
    }

    private static Unreadable unreadable(Fault fault, String... values) {
        return new Unreadable(fault, List.of(values));
    }
}
