package org.gardefroid.telemetry;

import java.util.HexFormat;

/**
 * One start of an agent: every start opens a new journal under a random id, so that a restored or half-lost card can
 * never use a number twice.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record JournalId(String value) implements Comparable<JournalId> {

    public static final int BYTES = 16;

    public JournalId {
        if (!isJournalId(value)) {
            throw new IllegalArgumentException(
                    "a journal's id must be 32 lower-case hexadecimal digits, and is " + value.length()
                            + " characters");
        }
    }

    /** @param random {@value #BYTES} random bytes */
    public static JournalId of(byte[] random) {
        return new JournalId(HexFormat.of().formatHex(random));
    }

    public static boolean isJournalId(String value) {
        return Hex.isLowerCase(value, 2 * BYTES);
    }

    @Override
    public int compareTo(JournalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
