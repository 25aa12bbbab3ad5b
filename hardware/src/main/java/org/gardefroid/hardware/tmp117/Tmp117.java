package org.gardefroid.hardware.tmp117;

import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.I2cDevice;
import org.gardefroid.telemetry.Measurement;

/** Converts by itself once a second, the mean of eight, from power-on; nothing is to be configured. */
public final class Tmp117 implements TemperatureProbe {

    /** 48h to 4Bh by the pin ADD0. */
    public static final int ADDRESS = 0x48;

    private final I2cDevice device;

    public Tmp117(I2cDevice device) {
        this.device = device;
    }

    @Override
    public Measurement read() {
        try {
            return Tmp117Registers.decode(device.read(Tmp117Registers.IDENTITY, 2),
                    device.read(Tmp117Registers.TEMPERATURE, 2));
        } catch (BusException e) {
            return e.fault();
        }
    }
}
