package org.gardefroid.testbed.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.gardefroid.testbed.Program;

/**
 * The distributions this machine has, each unpacked once into a cache and used from there ever after.
 *
 * <p>PostgreSQL comes from Maven; the build lays its archives beside the classes. TimescaleDB comes from Debian 13's
 * package by way of the machine's own apt, see {@link TimescalePackage}.
 */
final class Distributions {

    static final String PLAIN_NAME = "postgresql-18";
    private static final String WITH_TIMESCALE_NAME = "postgresql-17-timescaledb";
    private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

    private final Path cache;

    Distributions(Path cache) {
        this.cache = cache;
    }

    /** The user's cache, {@code XDG_CACHE_HOME} or {@code ~/.cache}, or where the account reaches it. */
    static Distributions ofUser(Account account) throws IOException {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path caches = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return new Distributions(account.place(caches.resolve("gardefroid")));
    }

    Distribution plain() {
        return cached(PLAIN_NAME, PostgresArchive.ofMajor(18), false);
    }

    /** Fails with {@link Unavailable}, which says why, where this machine cannot have it. */
    Distribution withTimescale() {
        return cached(WITH_TIMESCALE_NAME, PostgresArchive.ofMajor(17), true);
    }

    private Distribution cached(String name, PostgresArchive archive, boolean hasTimescale) {
        // The extension's libraries are fitted to the C library, and a cache may be shared by several systems.
        String extension = hasTimescale ? "-timescaledb-" + CLibrary.ofThisMachine() : "";
        Path home = cache.resolve("postgresql-" + archive.version() + extension);
        var distribution = new Distribution(name, home, hasTimescale);
        if (Files.isDirectory(home)) {
            return distribution;
        }
        IN_THIS_JVM.lock();
        try {
            Files.createDirectories(cache);
            try (FileChannel lock = FileChannel.open(
                    cache.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                if (!Files.isDirectory(home)) {
                    make(distribution, archive);
                }
            }
            return distribution;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + archive.jar() + " into " + home, e);
        } finally {
            IN_THIS_JVM.unlock();
        }
    }

    /** Under another name first: a folder of the right name is whole. */
    private void make(Distribution distribution, PostgresArchive archive) throws IOException {
        Path unfinished = cache.resolve(".unfinished");
        if (Files.exists(unfinished)) {
            Scrap.remove(unfinished); // of one that was killed: the lock is ours
        }
        try {
            Files.createDirectory(unfinished);
            archive.unpackInto(unfinished);
            if (distribution.hasTimescale()) {
                TimescalePackage.addTo(unfinished);
            }
            Files.move(unfinished, distribution.home(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            if (Files.exists(unfinished)) {
                Scrap.remove(unfinished);
            }
        }
    }

    /** This machine cannot have it; the message says why, in words for the person who started it. */
    static final class Unavailable extends Program.Refusal {

        private static final long serialVersionUID = 1L;

        Unavailable(String why) {
            super(why);
        }
    }
}
