package org.gardefroid.telemetry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {

    public static final int BYTES = 32;

    /** What the first batch of a device's first journal names as the one before it. */
    public static final Sha256 NONE = new Sha256("0".repeat(2 * BYTES));

    public Sha256 {
        if (!Hex.isLowerCase(hex, 2 * BYTES)) {
            throw new IllegalArgumentException("a SHA-256 must be 64 lower-case hexadecimal digits");
        }
    }

    public static Sha256 of(byte[] content) {
        try {
            return ofBytes(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @param hash the {@value #BYTES} bytes of the hash itself */
    public static Sha256 ofBytes(byte[] hash) {
        return new Sha256(HexFormat.of().formatHex(hash));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
