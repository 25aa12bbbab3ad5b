package org.gardefroid.ingest.console.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, in the usual form {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}: the costs stand with the hash, so that they
 * may be raised and old hashes still verify.
 */
public final class PasswordHash {

    static final int KIBIBYTES = 19_456;
    static final int PASSES = 2;
    static final int LANES = 1;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Each computation takes 19 MiB and a good part of a core: a flood of logins waits here and does not take the machine. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    /** Stands in for the hash of an account that does not exist, so that the answer takes as long. */
    static final String OF_NOBODY = make("nobody");

    private PasswordHash() {}

    public static String make(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = compute(password, salt, KIBIBYTES, PASSES, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(KIBIBYTES, PASSES, LANES, base64.encodeToString(salt),
                base64.encodeToString(hash));
    }

    static boolean matches(String password, String encoded) {
        Matcher form = FORM.matcher(encoded);
        if (!form.matches()) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(form.group(5));
        byte[] actual = compute(password, Base64.getDecoder().decode(form.group(4)), Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)), expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    private static byte[] compute(String password, byte[] salt, int kibibytes, int passes, int lanes, int bytes) {
        // An é typed on a Mac and on a PC are other characters and must be the same password.
        byte[] secret = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[bytes];
        AT_ONCE.acquireUninterruptibly();
        try {
            argon2.generateBytes(secret, hash);
        } finally {
            AT_ONCE.release();
        }
        return hash;
    }
}
