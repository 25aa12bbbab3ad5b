package org.gardefroid.hardware.ina219;

import java.util.Optional;
import org.gardefroid.hardware.PowerSense;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.I2cDevice;
import org.gardefroid.telemetry.ProbeFault;

/** In the battery's line, behind the charger: what flows out of the battery means that the mains are gone. */
public final class Ina219 implements PowerSense {

    /** 40h with both address pins low, up to 4Fh. */
    public static final int ADDRESS = 0x40;

    private static final int CONFIGURATION = 0x00;
    private static final int SHUNT_VOLTAGE = 0x01;
    private static final int BUS_VOLTAGE = 0x02;
    /** 32 V, ±320 mV, 12 bits, continuous: what it does after power-on, so nothing is written. */
    private static final int AS_AFTER_POWER_ON = 0x399F;
    /** A float charger's ripple and the offset of the chip stay below. */
    private static final int DISCHARGING_MILLI_AMPERES = 20;

    private final I2cDevice device;
    private final int shuntMilliOhms;
    private Optional<ProbeFault> fault = Optional.empty();
    private boolean onMains = true;

    /** @param shuntMilliOhms 100 on most boards */
    public Ina219(I2cDevice device, int shuntMilliOhms) {
        this.device = device;
        this.shuntMilliOhms = shuntMilliOhms;
    }

    /** Empty where the chip is at fault. */
    public Optional<Supply> supply() {
        try {
            byte[] configuration = device.read(CONFIGURATION, 2);
            if ((Byte.toUnsignedInt(configuration[0]) << 8
                    | Byte.toUnsignedInt(configuration[1])) != AS_AFTER_POWER_ON) {
                fault = Optional.of(ProbeFault.PROTOCOL);
                return Optional.empty();
            }
            Supply now = Supply.decode(device.read(BUS_VOLTAGE, 2), device.read(SHUNT_VOLTAGE, 2), shuntMilliOhms);
            fault = Optional.empty();
            return Optional.of(now);
        } catch (BusException e) {
            fault = Optional.of(e.fault());
            return Optional.empty();
        }
    }

    /** Keeps its last answer while the chip is at fault. */
    @Override
    public boolean isOnMains() {
        supply().ifPresent(now -> onMains = now.milliAmperes() < DISCHARGING_MILLI_AMPERES);
        return onMains;
    }

    @Override
    public Optional<ProbeFault> fault() {
        return fault;
    }
}
