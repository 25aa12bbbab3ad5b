package org.gardefroid.telemetry;

/**
 * A lot as its manufacturer wrote it on the carton.
 *
 * @param value 1 to {@value #LONGEST} printable characters of ASCII without the space, as GS1's application identifier
 *     (10) allows
 */
public record LotNumber(String value) implements Comparable<LotNumber> {

    public static final int LONGEST = 20;

    public LotNumber {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("a lot number must be 1 to " + LONGEST
                    + " printable characters without a space: " + value);
        }
    }

    @Override
    public int compareTo(LotNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
