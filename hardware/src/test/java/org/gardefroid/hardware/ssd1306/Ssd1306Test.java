package org.gardefroid.hardware.ssd1306;

import java.util.Arrays;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.I2cDevice;
import org.gardefroid.hardware.port.Replies;
import org.gardefroid.telemetry.ProbeFault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Ssd1306Test {

    private static final String[] WHOLE_FRAME = new String[17];

    static {
        Arrays.fill(WHOLE_FRAME, "");
    }

    @Test
    void aFrameIsEightPagesOfColumnsAfterTheSetUp() {
        var chip = new Replies(WHOLE_FRAME);
        var frame = new Frame();
        frame.light(0, 0);
        frame.light(127, 63);
        assertThat(new Ssd1306(chip).show(frame)).isEmpty();
        assertThat(chip.written()).hasSize(17);
        assertThat(chip.written().get(0)).startsWith("00aea83f").endsWith("8d14af");
        assertThat(chip.written().get(1)).isEqualTo("00b00010");
        assertThat(chip.written().get(2)).startsWith("4001").hasSize(2 * 129);
        assertThat(chip.written().get(15)).isEqualTo("00b70010");
        assertThat(chip.written().get(16)).endsWith("80");
    }

    @Test
    void aDisplayThatComesBackIsSetUpAgain() {
        var display = new Ssd1306(new Unplugged());
        assertThat(display.show(new Frame())).contains(ProbeFault.DISCONNECTED);
        assertThat(display.show(new Frame())).isEmpty();
    }

    @Test
    void figuresAreDrawnLargeWithTheirPoint() {
        var frame = new Frame();
        int end = frame.figures(0, 0, 27, "-8.1");
        assertThat(end).isLessThan(Frame.WIDTH);
        assertThat(drawn(frame, end, 27)).isEqualTo("""
                ......#####........#
                ......#...#........#
                ......#...#........#
                ......#...#........#
                ####..#####........#
                ......#...#........#
                ......#...#........#
                ......#...#..##....#
                ......#####..##....#
                """);
    }

    @Test
    void aCharacterWithoutSegmentsIsRefused() {
        assertThatThrownBy(() -> new Frame().figures(0, 0, 20, "8K")).hasMessageEndingWith("character: K");
    }

    /** Every third point. */
    private static String drawn(Frame frame, int width, int height) {
        StringBuilder drawn = new StringBuilder();
        for (int y = 1; y < height; y += 3) {
            for (int x = 1; x < width - 6; x += 3) {
                drawn.append(frame.isLit(x, y) ? '#' : '.');
            }
            drawn.append('\n');
        }
        return drawn.toString();
    }

    /** Refuses its first transfer, and takes the set-up for all others. */
    private static final class Unplugged implements I2cDevice {

        private int transfers;

        @Override
        public byte[] transfer(byte[] written, int read) throws BusException {
            if (transfers++ == 0) {
                throw BusException.notAnswering("the display");
            }
            if (transfers == 2) {
                assertThat(written).hasSize(22).startsWith(0x00, 0xAE);
            }
            return new byte[0];
        }
    }
}
