package org.gardefroid.telemetry;

import java.util.Locale;

/**
 * What two people compare to know that they speak of the same key: the SHA-256 of a public key, as SubjectPublicKeyInfo
 * (RFC 5280 §4.1).
 */
public record KeyFingerprint(Sha256 hash) {

    private static final int GROUP = 4;
    private static final int GROUPS = 4;

    /** @param publicKey as {@code PublicKey.getEncoded} has it */
    public static KeyFingerprint of(byte[] publicKey) {
        return new KeyFingerprint(Sha256.of(publicKey));
    }

    /**
     * Its first 64 bits in four groups, to be read aloud. To make another key with the same takes 2^64 attempts, and the
     * code that a request needs lives for minutes.
     */
    public String shown() {
        StringBuilder shown = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            shown.append(group == 0 ? "" : "-").append(hash.hex(), group * GROUP, (group + 1) * GROUP);
        }
        return shown.toString().toUpperCase(Locale.ROOT);
    }
}
