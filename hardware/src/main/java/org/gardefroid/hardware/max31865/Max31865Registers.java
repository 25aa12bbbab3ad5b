package org.gardefroid.hardware.max31865;

import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;

/**
 * Its eight registers: configuration, ratio of resistances, two thresholds, faults.
 *
 * @param referenceOhms of the reference resistor on the board: 400 in the datasheet, 430 on most boards
 */
record Max31865Registers(int referenceOhms) {

    static final int BYTES = 8;

    /** Bits of the fault register, table 7. */
    private static final int OPEN = 0b0011_1000;
    private static final int VOLTAGE = 0b0000_0100;
    /** A broken wire drives the converter to its end: beyond 390 Ω of 400. */
    private static final int OPEN_RATIO = 0x7D00;
    /** Below 10 Ω of 400 there is no platinum: −200 °C has 18.52 Ω. */
    private static final int SHORT_RATIO = 0x0333;

    Measurement decode(byte[] registers, int configuration) {
        if (isAll(registers, 0x00) || isAll(registers, 0xFF)) {
            return ProbeFault.SHORTED;
        }
        // What was written stands there, or another chip answers, or this one has been without power.
        if (Byte.toUnsignedInt(registers[0]) != configuration) {
            return ProbeFault.PROTOCOL;
        }
        int faults = Byte.toUnsignedInt(registers[7]);
        int ratio = (Byte.toUnsignedInt(registers[1]) << 8 | Byte.toUnsignedInt(registers[2])) >> 1;
        if ((faults & OPEN) != 0 || ratio >= OPEN_RATIO) {
            return ProbeFault.DISCONNECTED;
        }
        if (ratio <= SHORT_RATIO) {
            return ProbeFault.SHORTED;
        }
        double celsius = Pt100.celsius(ratio / 32_768.0 * referenceOhms);
        if ((faults & VOLTAGE) != 0 || celsius < -200 || celsius > 200) {
            return ProbeFault.OUT_OF_RANGE;
        }
        return Temperature.ofCelsius(celsius);
    }

    private static boolean isAll(byte[] registers, int value) {
        for (byte each : registers) {
            if (Byte.toUnsignedInt(each) != value) {
                return false;
            }
        }
        return true;
    }
}
