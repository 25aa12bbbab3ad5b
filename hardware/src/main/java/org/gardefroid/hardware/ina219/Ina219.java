package org.gardefroid.hardware.ina219;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.hardware.PowerSense;
import org.gardefroid.hardware.port.BusException;
import org.gardefroid.hardware.port.I2cDevice;
import org.gardefroid.telemetry.Event.BatteryLevel;
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

    /** A cell's voltage sags for a second when the radio sends. */
    private static final double SMOOTHING = 16;
    private static final int LOWEST_CELL = 2_500;
    private static final int HIGHEST_CELL = 4_400;

    private final I2cDevice device;
    private final int shuntMilliOhms;
    private final OptionalInt milliAmpereHours;
    private Optional<ProbeFault> fault = Optional.empty();
    private boolean onMains = true;
    private double milliVolts;
    private double milliAmperes;

    /**
     * @param shuntMilliOhms 100 on most boards
     * @param milliAmpereHours that the battery, of lithium-ion cells side by side, holds when it is full; empty where that is
     *     not known, and then nothing is said of how long it lasts
     */
    public Ina219(I2cDevice device, int shuntMilliOhms, OptionalInt milliAmpereHours) {
        this.device = device;
        this.shuntMilliOhms = shuntMilliOhms;
        this.milliAmpereHours = milliAmpereHours;
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
        supply().ifPresent(now -> {
            onMains = now.milliAmperes() < DISCHARGING_MILLI_AMPERES;
            milliVolts = milliVolts == 0 ? now.milliVolts() : milliVolts + (now.milliVolts() - milliVolts) / SMOOTHING;
            milliAmperes += (now.milliAmperes() - milliAmperes) / SMOOTHING;
        });
        return onMains;
    }

    /** As far as {@link #isOnMains} has been asked; empty before, and on the bus of another voltage than one cell's. */
    @Override
    public Optional<BatteryLevel> battery() {
        if (milliVolts < LOWEST_CELL || milliVolts > HIGHEST_CELL) {
            return Optional.empty();
        }
        int percent = Charge.percent((int) Math.round(milliVolts));
        return Optional.of(new BatteryLevel(percent, left(percent)));
    }

    private Optional<Duration> left(int percent) {
        if (milliAmpereHours.isEmpty() || onMains || milliAmperes < DISCHARGING_MILLI_AMPERES) {
            return Optional.empty();
        }
        long minutes = Math.round(milliAmpereHours.getAsInt() * percent / 100.0 / milliAmperes * 60);
        return Optional.of(Duration.ofMinutes(Math.min(minutes, BatteryLevel.MOST_LEFT.toMinutes())));
    }

    @Override
    public Optional<ProbeFault> fault() {
        return fault;
    }
}
