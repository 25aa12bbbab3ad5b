package org.gardefroid.ingest.receive;

import java.util.UUID;
import org.gardefroid.telemetry.JournalId;

/** A journal's 32 digits are the 16 bytes of a uuid in the database: half as wide as text. */
final class Journals {

    private Journals() {}

    static UUID uuid(JournalId journal) {
        String digits = journal.value();
        return new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
    }

    static JournalId journal(UUID uuid) {
        return new JournalId(hex(uuid.getMostSignificantBits()) + hex(uuid.getLeastSignificantBits()));
    }

    private static String hex(long bits) {
        String digits = Long.toHexString(bits);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
