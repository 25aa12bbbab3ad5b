package org.gardefroid.hardware.lis3dh;

import java.util.HexFormat;
import org.gardefroid.hardware.port.Replies;
import org.gardefroid.telemetry.ProbeFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class Lis3dhTest {

    private static final String FLAT = "000000000020"; // 512 steps of 2 thousandths up
    private static final String ON_ITS_SIDE = "002000000000";

    /** AN3308, output registers at 0, 350 and 1,000 thousandths, there at ±2 g: here twice as much by step. */
    @ParameterizedTest
    @CsvSource({"0000, 0", "e015, 700", "20ea, -700", "0040, 2048", "00c0, -2048"})
    void anAxisIsTwelveBitsAtTheLeft(String bytes, int thousandths) {
        assertThat(Acceleration.decode(HexFormat.of().parseHex(bytes + "00000000")).x()).isEqualTo(thousandths);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1000, 0", "707, 0, 707, 45", "1000, 0, 0, 90", "0, 0, -1000, 180"})
    void theAngleIsTheOneToTheAxisThatPointsUp(int x, int y, int z, double degrees) {
        assertThat(new Acceleration(x, y, z).degreesFromUpright()).isCloseTo(degrees, within(0.01));
    }

    @Test
    void itIsConfiguredFirstAndThenTellsWhatLiesFromWhatStands() {
        var chip = new Replies("33", "07", "", "", "", "", "", "33", "57", FLAT, "00", "33", "57", ON_ITS_SIDE, "00",
                "33", "57", FLAT, "00");
        var box = new Lis3dh(chip);
        assertThat(box.isUpright()).isTrue();
        assertThat(chip.written()).containsSubsequence("2398", "2408", "3250", "302a", "2057");
        assertThat(box.isUpright()).isTrue();
        assertThat(box.isUpright()).isFalse();
        assertThat(box.isUpright()).isTrue();
    }

    @Test
    void whileItIsThrownAboutItKeepsWhatItSaidLast() {
        var box = new Lis3dh(new Replies("33", "57", ON_ITS_SIDE, "00", "33", "57", "000000000000", "00"));
        assertThat(box.isUpright()).isFalse();
        assertThat(box.isUpright()).isFalse();
        assertThat(box.fault()).isEmpty();
    }

    @Test
    void aShockBetweenTwoQuestionsIsToldOnce() {
        var box = new Lis3dh(new Replies("33", "57", FLAT, "60", "33", "57", FLAT, "00"));
        box.isUpright();
        box.isUpright();
        assertThat(box.wasStruck()).isTrue();
        assertThat(box.wasStruck()).isFalse();
    }

    @Test
    void aChipThatIsGoneOrAnotherIsAFaultAtOnce() {
        var gone = new Lis3dh(new Replies());
        assertThat(gone.isUpright()).isTrue();
        assertThat(gone.fault()).contains(ProbeFault.DISCONNECTED);
        var other = new Lis3dh(new Replies("32"));
        other.isUpright();
        assertThat(other.fault()).contains(ProbeFault.PROTOCOL);
    }
}
