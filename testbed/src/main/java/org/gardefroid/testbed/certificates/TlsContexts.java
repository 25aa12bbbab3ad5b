package org.gardefroid.testbed.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.gardefroid.certificates.Pem;

/** TLS for clients in this JVM, from the files that other programs use too. */
public final class TlsContexts {

    private static final char[] NO_PASSWORD = new char[0];

    private TlsContexts() {}

    /** TLS that trusts the authority and shows the certificate. */
    public static SSLContext of(PemFiles files) {
        try {
            KeyStore own = empty();
            Certificate[] chain = {Pem.certificate(files.certificate()), Pem.certificate(files.authority())};
            own.setKeyEntry("own", Pem.key(files.key()), NO_PASSWORD, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trusting(files.authority()).getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + files, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot use " + files, e);
        }
    }

    /** TLS that trusts the authority and shows no certificate: what a stranger has. */
    public static SSLContext withoutCertificate(Path authority) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusting(authority).getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + authority, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot use " + authority, e);
        }
    }

    private static TrustManagerFactory trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore trusted = empty();
        X509Certificate certificate = Pem.certificate(authority);
        trusted.setCertificateEntry("authority", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
