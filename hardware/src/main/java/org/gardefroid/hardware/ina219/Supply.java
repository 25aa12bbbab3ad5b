package org.gardefroid.hardware.ina219;

/**
 * What a supply gives.
 *
 * @param milliVolts 0 to 32,000
 * @param milliAmperes above zero out of the battery, below zero into it
 */
public record Supply(int milliVolts, int milliAmperes) {

    /** Bus voltage in steps of 4 mV from bit 3 on, shunt voltage in steps of 10 µV; section 8.6.3 of the datasheet. */
    static Supply decode(byte[] bus, byte[] shunt, int shuntMilliOhms) {
        int milliVolts = (Byte.toUnsignedInt(bus[0]) << 8 | Byte.toUnsignedInt(bus[1])) >> 3 << 2;
        int steps = shunt[0] << 8 | Byte.toUnsignedInt(shunt[1]);
        return new Supply(milliVolts, Math.toIntExact(Math.round(steps * 10.0 / shuntMilliOhms)));
    }
}
