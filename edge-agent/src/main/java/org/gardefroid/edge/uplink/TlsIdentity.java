package org.gardefroid.edge.uplink;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Who we are on the link and whom we believe there, from PEM files, with the JDK alone. */
public final class TlsIdentity {

    private static final char[] NO_PASSWORD = new char[0];
    private static final List<String> KEY_KINDS = List.of("EC", "RSA", "Ed25519");

    private TlsIdentity() {}

    /**
     * @param certificate ours, with those between it and the authority, if any, after it
     * @param key ours, PKCS #8 without a password
     * @param authority whoever may have signed the broker's certificate; one or more
     */
    public static SSLContext read(Path certificate, Path key, Path authority)
            throws IOException, GeneralSecurityException {
        KeyStore own = empty();
        own.setKeyEntry("own", privateKey(key), NO_PASSWORD, certificates(certificate).toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, NO_PASSWORD);

        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust(authority).getTrustManagers(), null);
        return context;
    }

    /** Without a certificate of ours: who has none yet, and asks for one. */
    public static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust(authority).getTrustManagers(), null);
        return context;
    }

    private static TrustManagerFactory trust(Path authority) throws IOException, GeneralSecurityException {
        KeyStore trusted = empty();
        for (Certificate one : certificates(authority)) {
            trusted.setCertificateEntry("authority-" + trusted.size(), one);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new GeneralSecurityException("no certificate");
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new GeneralSecurityException(file + ": " + e.getMessage(), e);
        }
    }

    /** PKCS #8 in PEM, without a password. */
    public static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(file, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----", "");
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
        for (String kind : KEY_KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(spec);
            } catch (InvalidKeySpecException _) {
                // of another kind
            }
        }
        throw new GeneralSecurityException(
                file + ": not a key of kind " + KEY_KINDS + " in PKCS #8 without a password");
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
