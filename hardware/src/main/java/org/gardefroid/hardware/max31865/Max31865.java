package org.gardefroid.hardware.max31865;

import java.util.Arrays;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.Pause;
import org.gardefroid.hardware.port.SpiDevice;
import org.gardefroid.telemetry.Measurement;

/** One conversion when it is asked, with the wires tested before; between two, no current warms the platinum. */
public final class Max31865 implements TemperatureProbe {

    private static final int WRITE_CONFIGURATION = 0x80;
    // Table 2, bits of the configuration.
    private static final int BIAS = 0x80;
    private static final int ONE_SHOT = 0x20;
    private static final int THREE_WIRES = 0x10;
    private static final int TEST_THE_WIRES = 0x04;
    private static final int CLEAR_FAULTS = 0x02;
    private static final int REJECT_50_HERTZ = 0x01;

    private final SpiDevice device;
    private final Pause pause;
    private final Max31865Registers registers;
    private final int always;

    /** @param wires 2, 3 or 4, as the resistor is connected and the board's bridges are set */
    public Max31865(SpiDevice device, Pause pause, int referenceOhms, int wires) {
        if (wires < 2 || wires > 4) {
            throw new IllegalArgumentException("a Pt100 has 2, 3 or 4 wires: " + wires);
        }
        this.device = device;
        this.pause = pause;
        this.registers = new Max31865Registers(referenceOhms);
        this.always = REJECT_50_HERTZ | (wires == 3 ? THREE_WIRES : 0);
    }

    @Override
    public Measurement read() {
        try {
            configure(BIAS | CLEAR_FAULTS);
            pause.millis(10); // ten time constants of the input filter
            configure(BIAS | TEST_THE_WIRES);
            pause.millis(1); // 550 µs
            configure(BIAS | ONE_SHOT);
            pause.millis(66); // 62.5 ms with the filter for 50 Hz
            byte[] answer = device.transfer(new byte[1 + Max31865Registers.BYTES]); // from address 00h
            configure(0);
            return registers.decode(Arrays.copyOfRange(answer, 1, answer.length), always | BIAS);
        } catch (BusException e) {
            return e.fault();
        }
    }

    private void configure(int bits) throws BusException {
        device.transfer((byte) WRITE_CONFIGURATION, (byte) (always | bits));
    }
}
