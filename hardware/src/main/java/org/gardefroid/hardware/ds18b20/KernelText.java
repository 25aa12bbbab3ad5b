package org.gardefroid.hardware.ds18b20;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;

/**
 * What the kernel's driver writes of a thermometer. The nine bytes are believed, and not the number beside them: the
 * kernel's YES has been seen on bytes whose checksum is wrong.
 */
final class KernelText {

    private static final Pattern BYTES = Pattern.compile("((?:[0-9a-fA-F]{2} ){8}[0-9a-fA-F]{2}) *:.*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");

    private KernelText() {}

    static Measurement decode(String text) {
        String first = text.lines().findFirst().orElse("").strip();
        if (first.isEmpty()) { // a conversion that never ended, or a device that did not answer
            return ProbeFault.DISCONNECTED;
        }
        Matcher bytes = BYTES.matcher(first);
        if (bytes.matches()) {
            Measurement measurement = Scratchpad.decode(ofHexadecimal(bytes.group(1)));
            boolean isRefused = first.endsWith("NO") && !(measurement instanceof ProbeFault);
            return isRefused ? ProbeFault.CHECKSUM : measurement;
        }
        if (NUMBER.matcher(first).matches()) {
            int milliCelsius = Integer.parseInt(first);
            // A number does not show what else the scratchpad held: no fridge has 85.000 °C.
            return milliCelsius == 85_000 ? ProbeFault.POWER_ON_VALUE : Scratchpad.inRange(milliCelsius);
        }
        return ProbeFault.PROTOCOL;
    }

    private static byte[] ofHexadecimal(String text) {
        byte[] bytes = new byte[Scratchpad.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(text, 3 * i, 3 * i + 2, 16);
        }
        return bytes;
    }
}
