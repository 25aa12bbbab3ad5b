package org.gardefroid.telemetry;

/**
 * A door or lid whose contact is watched.
 *
 * @param value 1 to 63 of a-z, 0-9, '-', '_' and '.', beginning with a letter or digit
 */
public record DoorId(String value) implements Comparable<DoorId> {

    public DoorId {
        Names.check("a door's name", value);
    }

    @Override
    public int compareTo(DoorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
