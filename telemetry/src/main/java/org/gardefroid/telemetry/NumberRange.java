package org.gardefroid.telemetry;

/**
 * Numbers from {@code first} to {@code last}, both included.
 *
 * @param first 1 or more
 * @param last {@code first} or more
 */
public record NumberRange(long first, long last) {

    public NumberRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException(
                    "a range of numbers must begin at 1 or later and not end before it begins: "
                            + first + " to " + last);
        }
    }

    public long size() {
        return last - first + 1;
    }

    public boolean contains(long number) {
        return first <= number && number <= last;
    }
}
