package org.gardefroid.telemetry;

/**
 * A sensing tip. Its name is its own, whatever device reads it and whatever equipment it hangs in.
 *
 * @param value 1 to 63 of a-z, 0-9, '-', '_' and '.', beginning with a letter or digit
 */
public record ProbeId(String value) implements Comparable<ProbeId> {

    public ProbeId {
        Names.check("a probe's name", value);
    }

    @Override
    public int compareTo(ProbeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
