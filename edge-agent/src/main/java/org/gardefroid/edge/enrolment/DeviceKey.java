package org.gardefroid.edge.enrolment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.gardefroid.telemetry.KeyFingerprint;

/** A key of this device, on P-256, and what is asked for with it. */
final class DeviceKey {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[]{'\n'});

    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 0x03;

    /** {@code version 0} and an empty name: who we are, the service knows by the code (RFC 2986 §4.1). */
    private static final byte[] VERSION_AND_NO_NAME = HexFormat.of().parseHex("020100" + "3000");

    /** No attributes: {@code [0]}, empty. */
    private static final byte[] NO_ATTRIBUTES = HexFormat.of().parseHex("a000");

    /** {@code ecdsa-with-SHA256}, 1.2.840.10045.4.3.2 (RFC 5758 §3.2). */
    private static final byte[] ECDSA_WITH_SHA256 = HexFormat.of().parseHex("300a06082a8648ce3d040302");

    private final KeyPair keys;

    private DeviceKey(KeyPair keys) {
        this.keys = keys;
    }

    static DeviceKey make() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), new SecureRandom());
        return new DeviceKey(generator.generateKeyPair());
    }

    KeyFingerprint fingerprint() {
        return KeyFingerprint.of(keys.getPublic().getEncoded());
    }

    /** PKCS #8 in PEM. */
    String pem() {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** A request for a certificate, PKCS #10 in PEM: its signature shows that we have the key. */
    String request() throws GeneralSecurityException {
        byte[] asked = der(SEQUENCE, VERSION_AND_NO_NAME, keys.getPublic().getEncoded(), NO_ATTRIBUTES);
        byte[] signature = signature(keys.getPrivate(), asked);
        return pem("CERTIFICATE REQUEST",
                der(SEQUENCE, asked, ECDSA_WITH_SHA256, der(BIT_STRING, new byte[1], signature)));
    }

    static byte[] signature(PrivateKey key, byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }

    /** Tag, length and content (X.690 §8.1); nothing here is longer than 65,535 bytes. */
    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (length < 0x80) {
            whole.write(length);
        } else if (length <= 0xFF) {
            whole.write(0x81);
            whole.write(length);
        } else {
            whole.write(0x82);
            whole.write(length >>> 8);
            whole.write(length);
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + new String(LINES.encode(der), StandardCharsets.US_ASCII)
                + "\n-----END " + label + "-----\n";
    }
}
