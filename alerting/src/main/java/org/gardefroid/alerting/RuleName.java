package org.gardefroid.alerting;

/**
 * The name of a rule within an equipment's settings, such as {@code fridge-2-8.high}. It is part of each fact's identity,
 * so a rule keeps it when a number of its is edited.
 *
 * @param value 1 to {@value #LONGEST} of a-z, A-Z, 0-9, '-', '_' and '.'
 */
public record RuleName(String value) implements Comparable<RuleName> {

    static final int LONGEST = 63;

    public RuleName {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(RuleName::isPlain)) {
            throw new IllegalArgumentException(
                    "a rule's name must be 1 to " + LONGEST + " of a-z, A-Z, 0-9, '-', '_' and '.': " + value);
        }
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    @Override
    public int compareTo(RuleName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
