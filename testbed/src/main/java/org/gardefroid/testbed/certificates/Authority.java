package org.gardefroid.testbed.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gardefroid.certificates.Issuer;
import org.gardefroid.certificates.Pem;
import org.gardefroid.testbed.PrivateFiles;

/**
 * A certificate authority kept in a folder: made at the first start, kept afterwards.
 *
 * <p>Several processes may open the same folder at once. A certificate that comes near its end is made anew when it is
 * next asked for; the authority itself lasts ten years.
 */
public final class Authority {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final Duration AUTHORITY_LASTS = Duration.ofDays(3653);
    private static final Duration CERTIFICATE_LASTS = Duration.ofDays(398);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    /** A file lock is held by the whole JVM, so threads need one of their own. */
    private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

    private final Path folder;
    private final InstantSource clock;

    private Authority(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    public static Authority in(Path folder) {
        return in(folder, InstantSource.system());
    }

    public static Authority in(Path folder, InstantSource clock) {
        var authority = new Authority(PrivateFiles.folder(folder), clock);
        authority.alone(() -> {
            PemFiles own = authority.own();
            if (!authority.isCurrent(own, "gardefroid authority")) {
                authority.write(own, Issuer.authority("Gardefroid authority", authority.until(AUTHORITY_LASTS)));
            }
            return own;
        });
        return authority;
    }

    public Path folder() {
        return folder;
    }

    /** The authority's own certificate: what everybody trusts. */
    public Path certificate() {
        return own().authority();
    }

    /** Where the service says who is revoked, and this machine's broker reads it. */
    public Path revoked() {
        return folder.resolve("revoked");
    }

    /** The authority itself, with its key: for the service, which signs with it. */
    public PemFiles issuer() {
        return own();
    }

    /** A server on this machine: {@code localhost}, 127.0.0.1 and ::1. */
    public PemFiles server() {
        return issued("server", Issuer.Purpose.LOCAL_SERVER);
    }

    /** A client's: its common name is {@code name}, which is its MQTT client id as well. */
    public PemFiles client(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a client's name is 1 to 63 of a-z, 0-9, '-', '_' and '.', beginning with a letter or digit: "
                            + name);
        }
        return issued("clients/" + name, Issuer.Purpose.CLIENT);
    }

    private PemFiles issued(String file, Issuer.Purpose purpose) {
        Path certificate = folder.resolve(file + ".pem");
        var files = new PemFiles(own().authority(), certificate, folder.resolve(file + ".key"));
        String name = purpose == Issuer.Purpose.CLIENT ? file.substring("clients/".length()) : "localhost";
        return alone(() -> {
            if (!isCurrent(files, name)) {
                write(files,
                        Issuer.of(own().certificate(), own().key()).issue(name, purpose, until(CERTIFICATE_LASTS)));
            }
            return files;
        });
    }

    private PemFiles own() {
        Path certificate = folder.resolve("authority.pem");
        return new PemFiles(certificate, certificate, folder.resolve("authority.key"));
    }

    private boolean isCurrent(PemFiles files, String name) {
        if (!Files.exists(files.certificate()) || !Files.exists(files.key())) {
            return false;
        }
        try {
            var certificate = Pem.certificate(files.certificate());
            var renewed = clock.instant().plus(RENEWED_BEFORE);
            certificate.verify(Pem.certificate(files.authority()).getPublicKey());
            return certificate.getNotAfter().toInstant().isAfter(renewed)
                    && certificate.getSubjectX500Principal().getName().toLowerCase(Locale.ROOT).equals("cn=" + name);
        } catch (IOException | GeneralSecurityException e) {
            return false; // unreadable, or signed by an authority that is gone: made anew
        }
    }

    private void write(PemFiles files, Issuer.Issued issued) {
        PrivateFiles.folder(files.key().resolveSibling("."));
        PrivateFiles.write(files.key(), Pem.encode(issued.key()));
        PrivateFiles.write(files.certificate(), Pem.encode(issued.certificate()));
    }

    private Instant until(Duration lasts) {
        return clock.instant().plus(lasts);
    }

    private <T> T alone(Supplier<T> work) {
        IN_THIS_JVM.lock();
        try (FileChannel lock = FileChannel.open(
                folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + folder, e);
        } finally {
            IN_THIS_JVM.unlock();
        }
    }
}
