package org.gardefroid.telemetry;

/**
 * A device that sends: the name in its certificate, its MQTT client id and its topics.
 *
 * @param value 1 to 63 of a-z, 0-9, '-', '_' and '.', beginning with a letter or digit
 */
public record DeviceId(String value) implements Comparable<DeviceId> {

    public DeviceId {
        Names.check("a device's name", value);
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
