package org.gardefroid.hardware.scanner;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class UsbScannerTest {

    private static final int ENTER = 28;
    private static final int SHIFT = 42;
    private static final int CONTROL = 29;
    private static final int ALT = 56;

    @Test
    void keysAreALineWithItsSeparators() {
        var keys = new Typed();
        keys.hold(CONTROL, 27).press(11, 2, 11, 4).hold(SHIFT, 30).press(10, 12, 53).hold(CONTROL, 27).press(3, 2,
                ENTER);
        assertThat(lines(keys)).containsExactly("\u001d0103A9-/\u001d21");
    }

    @Test
    void altAndANumberOnTheKeypadIsTheCharacterOfThatNumber() {
        var keys = new Typed();
        keys.press(2).hold(ALT, 82, 82, 80, 73).press(3, ENTER);
        assertThat(lines(keys)).containsExactly("1\u001d2");
    }

    @Test
    void anEmptyLineIsNoScanAndNoiseWithoutEndIsDropped() {
        var keys = new Typed();
        keys.press(ENTER, ENTER);
        for (int each = 0; each < 5_000; each++) {
            keys.press(2);
        }
        keys.press(ENTER, 3, ENTER);
        assertThat(lines(keys)).containsExactly("2");
    }

    @Test
    void theDeviceFileIsReadAndItsScansAreGivenOnce(@TempDir Path folder) throws Exception {
        var keys = new Typed();
        keys.press(2, 3, 4, ENTER, 5, ENTER);
        Path device = Files.write(folder.resolve("event3"), keys.bytes.toByteArray());
        List<String> scans = new ArrayList<>();
        try (var scanner = new UsbScanner(device)) {
            await().until(() -> {
                scans.addAll(scanner.scansSinceLastAsked());
                return scans.size() >= 2;
            });
        }
        assertThat(scans).startsWith("123", "4");
    }

    private static List<String> lines(Typed keys) {
        var events = new KeyEvents();
        List<String> lines = new ArrayList<>();
        byte[] all = keys.bytes.toByteArray();
        for (int at = 0; at < all.length; at += KeyEvents.EVENT_BYTES) {
            events.line(Arrays.copyOfRange(all, at, at + KeyEvents.EVENT_BYTES)).ifPresent(lines::add);
        }
        return lines;
    }

    /** Events as the kernel writes them: each key pressed and released, a report after each. */
    private static final class Typed {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Typed press(int... keys) {
            for (int key : keys) {
                event(1, key, 1);
                event(1, key, 0);
            }
            return this;
        }

        Typed hold(int modifier, int... keys) {
            event(1, modifier, 1);
            press(keys);
            event(1, modifier, 0);
            return this;
        }

        private void event(int type, int code, int value) {
            for (int[] each : new int[][]{{type, code, value}, {0, 0, 0}}) {
                bytes.writeBytes(ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putShort(16, (short) each[0])
                        .putShort(18, (short) each[1]).putInt(20, each[2]).array());
            }
        }
    }
}
