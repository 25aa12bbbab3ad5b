package org.gardefroid.hardware.tmp117;

import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;

/** What two of its registers say. The chip has no checksum: its identity, read each time, stands in for one. */
final class Tmp117Registers {

    static final int TEMPERATURE = 0x00;
    static final int IDENTITY = 0x0F;

    /** The device ID register; the upper four bits are the revision. */
    private static final int TMP117 = 0x117;
    /** −256 °C, which the register holds until the first conversion ends. */
    private static final int BEFORE_THE_FIRST_CONVERSION = -32_768;

    private Tmp117Registers() {}

    static Measurement decode(byte[] identity, byte[] temperature) {
        int id = Byte.toUnsignedInt(identity[0]) << 8 | Byte.toUnsignedInt(identity[1]);
        if (id == 0x0000 || id == 0xFFFF) {
            return ProbeFault.SHORTED;
        }
        if ((id & 0xFFF) != TMP117) {
            return ProbeFault.PROTOCOL;
        }
        int raw = temperature[0] << 8 | Byte.toUnsignedInt(temperature[1]);
        if (raw == BEFORE_THE_FIRST_CONVERSION) {
            return ProbeFault.POWER_ON_VALUE;
        }
        int milliCelsius = Math.round(raw * 7.8125f); // exact: 24 bits hold 16 times 7
        return milliCelsius < -55_000 || milliCelsius > 150_000
                ? ProbeFault.OUT_OF_RANGE
                : new Temperature(milliCelsius);
    }
}
