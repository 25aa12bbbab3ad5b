package org.gardefroid.telemetry;

/**
 * A cool box, refrigerator, freezer or cold room.
 *
 * @param value 1 to 63 of a-z, 0-9, '-', '_' and '.', beginning with a letter or digit
 */
public record EquipmentId(String value) implements Comparable<EquipmentId> {

    public EquipmentId {
        Names.check("an equipment's name", value);
    }

    @Override
    public int compareTo(EquipmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
