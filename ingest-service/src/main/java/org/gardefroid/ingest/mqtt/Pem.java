package org.gardefroid.ingest.mqtt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS from PEM files, by the JDK alone. Whoever it is set up for may have its key in memory instead. */
final class Pem {

    private static final List<String> KEY_KINDS = List.of("EC", "RSA", "Ed25519");

    private Pem() {}

    static SSLContext context(Path certificate, Path key, Path authority) {
        try {
            return context(privateKey(key), certificates(certificate), authority);
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(certificate + " and " + key, e);
        }
    }

    static SSLContext context(PrivateKey key, List<? extends Certificate> chain, Path authority) {
        try {
            char[] password = UUID.randomUUID().toString().toCharArray(); // the store never leaves this method
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, password);
            own.setKeyEntry("own", key, password, chain.toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, password);

            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (Certificate signer : certificates(authority)) {
                trusted.setCertificateEntry("authority-" + trusted.size(), signer);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);

            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(authority.toString(), e);
        }
    }

    private static IllegalStateException unusable(String files, Exception because) {
        return new IllegalStateException("TLS cannot be set up from " + files + ": " + because.getMessage(), because);
    }

    private static List<? extends Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        return List.copyOf(CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))));
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        String begin = "-----BEGIN PRIVATE KEY-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END PRIVATE KEY-----");
        if (from < 0 || to < 0) {
            throw new GeneralSecurityException(file + " holds no PKCS#8 key (-----BEGIN PRIVATE KEY-----)");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
        InvalidKeySpecException refused = new InvalidKeySpecException();
        for (String kind : KEY_KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException e) {
                refused = e;
            }
        }
        throw new GeneralSecurityException(file + " holds a key that is none of " + KEY_KINDS, refused);
    }
}
