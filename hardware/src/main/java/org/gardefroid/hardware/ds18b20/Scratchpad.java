package org.gardefroid.hardware.ds18b20;

import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;

/** The nine bytes that the thermometer gives, figure 9 of its datasheet. */
final class Scratchpad {

    static final int BYTES = 9;
    static final int LOWEST_MILLI_CELSIUS = -55_000;
    static final int HIGHEST_MILLI_CELSIUS = 125_000;
    /** No device gives it; libraries do for a device that is gone, and clones have picked it up. */
    static final int GONE_MILLI_CELSIUS = -127_000;

    /** 85 °C, which the register holds after power-on and until the first conversion ends. */
    private static final int POWER_ON_RAW = 0x0550;
    /** What byte 6 holds then; after a conversion that really gave 85 °C it is 10h. */
    private static final int POWER_ON_RESERVED = 0x0C;

    private Scratchpad() {}

    static Measurement decode(byte[] bytes) {
        // Before the checksum: that of eight zeros is zero, so a line held low has a good one.
        if (isAll(bytes, 0x00) || isAll(bytes, 0xFF)) {
            return ProbeFault.SHORTED;
        }
        if (crc(bytes) != Byte.toUnsignedInt(bytes[8])) {
            return ProbeFault.CHECKSUM;
        }
        int raw = (short) (bytes[1] << 8 | Byte.toUnsignedInt(bytes[0]));
        if (raw == POWER_ON_RAW && bytes[6] == POWER_ON_RESERVED) {
            return ProbeFault.POWER_ON_VALUE;
        }
        // Below 12 bits the lowest are undefined. Sixteenths, cut off toward zero to thousandths as the kernel does.
        int undefined = 3 - (Byte.toUnsignedInt(bytes[4]) >> 5 & 3);
        return inRange((raw >> undefined << undefined) * 1_000 / 16);
    }

    static Measurement inRange(int milliCelsius) {
        if (milliCelsius == GONE_MILLI_CELSIUS) {
            return ProbeFault.DISCONNECTED;
        }
        if (milliCelsius < LOWEST_MILLI_CELSIUS || milliCelsius > HIGHEST_MILLI_CELSIUS) {
            return ProbeFault.OUT_OF_RANGE;
        }
        return new Temperature(milliCelsius);
    }

    private static boolean isAll(byte[] bytes, int value) {
        for (byte each : bytes) {
            if (Byte.toUnsignedInt(each) != value) {
                return false;
            }
        }
        return true;
    }

    /** x⁸ + x⁵ + x⁴ + 1 from the lowest bit up, beginning with 0, over all bytes but the last. */
    static int crc(byte[] bytes) {
        int crc = 0;
        for (int i = 0; i < BYTES - 1; i++) {
            crc ^= Byte.toUnsignedInt(bytes[i]);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0x8C;
            }
        }
        return crc;
    }
}
