package org.gardefroid.telemetry;

/**
 * One container of a lot, a vial or a syringe that was filled from one, numbered by us: loose vials may carry no code of their
 * own, and syringes never do. No syringe is named as a vial is.
 *
 * @param value 1 to 63 of a-z, 0-9, '-', '_' and '.', beginning with a letter or digit
 */
public record VialId(String value) implements Comparable<VialId> {

    public VialId {
        Names.check("a vial's name", value);
    }

    @Override
    public int compareTo(VialId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
