package org.gardefroid.ingest.notify.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How requests are signed: ours to a provider, a provider's to us, and ours to a hospital's own programs. */
public final class Signatures {

    private Signatures() {}

    /** The headers of OVHcloud's interface; SHA-1 is what it asks for. */
    static Map<String, String> ovh(Placeholders places, String method, String url, String body, Instant now) {
        String seconds = Long.toString(now.getEpochSecond());
        String consumer = places.value(false, "consumer");
        String signed = String.join("+", places.value(false, "application-secret"), consumer, method, url, body,
                seconds);
        return Map.of("X-Ovh-Application", places.value(false, "application"), "X-Ovh-Consumer", consumer,
                "X-Ovh-Timestamp", seconds, "X-Ovh-Signature", "$1$" + HexFormat.of().formatHex(sha1(signed)));
    }

    /** Whether Twilio signed this: its address as Twilio knows it, and the form's fields in order of their names. */
    public static boolean isTwilios(String signature, String token, String url, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        byte[] due = Base64.getEncoder().encode(hmac("HmacSHA1", token, signed.toString()));
        return MessageDigest.isEqual(due, signature.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code t=<seconds>,v1=<hex>} over "seconds.body": an old message played again shows its age. */
    static String ours(String secret, String body, Instant now) {
        String seconds = Long.toString(now.getEpochSecond());
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac("HmacSHA256", secret, seconds + "." + body));
    }

    private static byte[] hmac(String algorithm, String secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
