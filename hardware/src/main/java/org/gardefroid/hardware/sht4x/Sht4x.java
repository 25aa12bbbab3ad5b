package org.gardefroid.hardware.sht4x;

import java.util.OptionalInt;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.I2cDevice;
import org.gardefroid.hardware.port.Pause;
import org.gardefroid.telemetry.Measurement;

/** Measures when it is asked, at high repeatability. */
public final class Sht4x implements TemperatureProbe {

    /** 44h or 45h by the part's suffix. */
    public static final int ADDRESS = 0x44;

    private static final int MEASURE_HIGH_REPEATABILITY = 0xFD;
    /** 8.3 ms at most. */
    private static final int MEASURING_MILLIS = 10;

    private static final int THOUSANDTHS = 1_000;

    private final I2cDevice device;
    private final Pause pause;
    private OptionalInt humidity = OptionalInt.empty();

    public Sht4x(I2cDevice device, Pause pause) {
        this.device = device;
        this.pause = pause;
    }

    @Override
    public Measurement read() {
        humidity = OptionalInt.empty();
        try {
            device.write(MEASURE_HIGH_REPEATABILITY);
            pause.millis(MEASURING_MILLIS);
            byte[] frame = device.transfer(new byte[0], Sht4xFrame.BYTES);
            humidity = Sht4xFrame.relativeHumidity(frame);
            return Sht4xFrame.temperature(frame);
        } catch (BusException e) {
            return e.fault();
        }
    }

    /** Of the last reading, in thousandths of a percent; empty if it was a fault. */
    public OptionalInt relativeHumidity() {
        return humidity;
    }

    @Override
    public OptionalInt humidityPercent() {
        return humidity.isPresent()
                ? OptionalInt.of(Math.round(humidity.getAsInt() / (float) THOUSANDTHS))
                : OptionalInt.empty();
    }
}
