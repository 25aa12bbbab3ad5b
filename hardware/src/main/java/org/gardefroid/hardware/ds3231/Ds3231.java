package org.gardefroid.hardware.ds3231;

import java.time.Instant;
import java.util.Optional;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.I2cDevice;

/** Says what time it is on a machine that has just started and has no network; where it is not sure, it says nothing. */
public final class Ds3231 {

    public static final int ADDRESS = 0x68;

    private static final int SECONDS = 0x00;
    private static final int STATUS = 0x0F;
    /** Set once the oscillator has stopped: the battery was empty or out, and the time is anybody's. */
    private static final int OSCILLATOR_STOPPED = 0x80;

    private final I2cDevice device;

    public Ds3231(I2cDevice device) {
        this.device = device;
    }

    public Optional<Instant> now() {
        try {
            if ((device.read(STATUS, 1)[0] & OSCILLATOR_STOPPED) != 0) {
                return Optional.empty();
            }
            return ClockRegisters.decode(device.read(SECONDS, ClockRegisters.BYTES));
        } catch (BusException e) {
            return Optional.empty();
        }
    }

    /** Sets it, and trusts it from now on; called when the machine's clock has become right by the network. */
    public void set(Instant now) throws BusException {
        byte[] registers = ClockRegisters.encode(now);
        int[] written = new int[1 + registers.length];
        for (int i = 0; i < registers.length; i++) {
            written[i + 1] = registers[i];
        }
        device.write(written);
        device.write(STATUS, device.read(STATUS, 1)[0] & ~OSCILLATOR_STOPPED);
    }
}
