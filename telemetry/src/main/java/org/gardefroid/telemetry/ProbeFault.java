package org.gardefroid.telemetry;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a probe gave no temperature.
 *
 * <p>The code goes over the wire and the number into the database: both are for ever, and are never given to another
 * fault.
 */
public enum ProbeFault implements Measurement {
    /** The frame's checksum does not match its bytes. */
    CHECKSUM("checksum", 1),
    /** A DS18B20 that still holds its power-on value of 85 °C: it never converted. */
    POWER_ON_VALUE("power-on-value", 2),
    /** Nothing answers at the probe's address. */
    DISCONNECTED("disconnected", 3),
    /** The probe answers with a value that its own datasheet excludes. */
    OUT_OF_RANGE("out-of-range", 4),
    /** The line is held at all zeros or all ones. */
    SHORTED("shorted", 5),
    /** The bus did not come free in time. */
    BUS_LOCKED("bus-locked", 6),
    /** The probe answers, in time and with a good checksum, but not with what was asked. */
    PROTOCOL("protocol", 7);

    private final String code;
    private final short number;

    ProbeFault(String code, int number) {
        this.code = code;
        this.number = (short) number;
    }

    /** What stands for this fault on the wire. */
    public String code() {
        return code;
    }

    /** What stands for this fault in the database. */
    public short number() {
        return number;
    }

    public static Optional<ProbeFault> ofCode(String code) {
        return Arrays.stream(values()).filter(fault -> fault.code.equals(code)).findFirst();
    }

    public static Optional<ProbeFault> ofNumber(int number) {
        return Arrays.stream(values()).filter(fault -> fault.number == number).findFirst();
    }
}
