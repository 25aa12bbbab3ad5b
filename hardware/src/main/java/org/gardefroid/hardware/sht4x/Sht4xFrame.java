package org.gardefroid.hardware.sht4x;

import java.util.OptionalInt;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;

/** Six bytes: temperature, its checksum, relative humidity, its checksum. */
final class Sht4xFrame {

    static final int BYTES = 6;

    private Sht4xFrame() {}

    static Measurement temperature(byte[] frame) {
        if (isAll(frame, 0x00) || isAll(frame, 0xFF)) {
            return ProbeFault.SHORTED;
        }
        if (!isWhole(frame, 0) || !isWhole(frame, 3)) {
            return ProbeFault.CHECKSUM;
        }
        int milliCelsius = scaled(frame, 0, 175_000) - 45_000;
        // Operating range −40 to 125 °C; the formula reaches beyond.
        return milliCelsius < -40_000 || milliCelsius > 125_000
                ? ProbeFault.OUT_OF_RANGE
                : new Temperature(milliCelsius);
    }

    /** In thousandths of a percent, 0 to 100,000; what the formula gives beyond is cut off. */
    static OptionalInt relativeHumidity(byte[] frame) {
        return isWhole(frame, 0) && isWhole(frame, 3)
                ? OptionalInt.of(Math.clamp(scaled(frame, 3, 125_000) - 6_000, 0, 100_000))
                : OptionalInt.empty();
    }

    /** The ticks at this place, 0 to 65,535 standing for 0 to {@code span}, rounded. */
    private static int scaled(byte[] frame, int at, int span) {
        int ticks = Byte.toUnsignedInt(frame[at]) << 8 | Byte.toUnsignedInt(frame[at + 1]);
        return (int) ((2L * ticks * span + 65_535) / (2 * 65_535));
    }

    private static boolean isWhole(byte[] frame, int at) {
        return crc(frame[at], frame[at + 1]) == Byte.toUnsignedInt(frame[at + 2]);
    }

    private static boolean isAll(byte[] frame, int value) {
        for (byte each : frame) {
            if (Byte.toUnsignedInt(each) != value) {
                return false;
            }
        }
        return true;
    }

    /** The datasheet's CRC-8: x⁸ + x⁵ + x⁴ + 1 from the highest bit down, beginning with FFh. */
    static int crc(byte... bytes) {
        int crc = 0xFF;
        for (byte each : bytes) {
            crc ^= Byte.toUnsignedInt(each);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) == 0 ? crc << 1 & 0xFF : (crc << 1 ^ 0x31) & 0xFF;
            }
        }
        return crc;
    }
}
