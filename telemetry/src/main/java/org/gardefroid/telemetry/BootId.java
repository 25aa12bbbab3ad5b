package org.gardefroid.telemetry;

/**
 * One boot of the machine that measures. Two monotonic times can be compared only within one boot.
 *
 * @param value 1 to 63 of a-z, 0-9, '-', '_' and '.'; on Linux, the kernel's own boot id
 */
public record BootId(String value) {

    public BootId {
        Names.check("a boot's id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
