package org.gardefroid.testbed.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import org.gardefroid.certificates.Pem;
import org.gardefroid.testbed.PrivateFiles;

/** Key stores, for a program that reads nothing else. */
public final class KeyStores {

    private KeyStores() {}

    /** Writes a JKS file with the key and its chain, under the one alias "own". */
    public static void writeOwn(PemFiles files, char[] password, Path target) {
        write(target, password, store -> {
            Certificate[] chain = {Pem.certificate(files.certificate()), Pem.certificate(files.authority())};
            store.setKeyEntry("own", Pem.key(files.key()), password, chain);
        });
    }

    /** Writes a JKS file with the authority that the other side's certificates must be signed by. */
    public static void writeTrusted(PemFiles files, char[] password, Path target) {
        write(target, password, store -> store.setCertificateEntry("authority", Pem.certificate(files.authority())));
    }

    private static void write(Path target, char[] password, Entry entry) {
        try {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, password);
            entry.addTo(store);
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            PrivateFiles.write(target, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make " + target, e);
        }
    }

    @FunctionalInterface
    private interface Entry {
        void addTo(KeyStore store) throws IOException, GeneralSecurityException;
    }
}
