package org.gardefroid.ingest.console.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets made at random: a session's token, of which only the hash is stored, a first password, a code for a device. */
public final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** Nothing that is taken for something else when read from a screen. */
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private Tokens() {}

    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Four groups of four: 79 bits. */
    static String legiblePassword() {
        return legible(4);
    }

    /** Groups of four, each of nearly 20 bits. */
    public static String legible(int groups) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4 * groups; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(LEGIBLE.charAt(RANDOM.nextInt(LEGIBLE.length())));
        }
        return text.toString();
    }

    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
