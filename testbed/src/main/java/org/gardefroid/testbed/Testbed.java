package org.gardefroid.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.gardefroid.testbed.broker.Broker;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.database.Database;
import org.gardefroid.testbed.database.Edition;
import org.gardefroid.testbed.database.RunningDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The peers that a module's tests share: each is started when a test first asks for it, serves all tests of this JVM,
 * and ends with it.
 *
 * <p>A test that kills or restarts a peer starts one of its own instead ({@link Broker#start}).
 */
public final class Testbed {

    private static final Testbed SHARED = new Testbed();

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Path folder;
    private @Nullable Broker broker;
    private final Map<Edition, RunningDatabase> databases = new EnumMap<>(Edition.class);

    private Testbed() {}

    public static Testbed shared() {
        return SHARED;
    }

    /** A new authority for this run: its certificates are worth nothing tomorrow. */
    public Authority authority() {
        return Authority.in(folder().resolve("certificates"));
    }

    public Broker broker() {
        lock.lock();
        try {
            if (broker == null) {
                broker = Broker.start(folder().resolve("broker"), authority());
            }
            return broker;
        } finally {
            lock.unlock();
        }
    }

    /** One for each edition that the tests ask for; make a database of its own for each test class with {@code create}. */
    public RunningDatabase database(Edition edition) {
        lock.lock();
        try {
            return databases.computeIfAbsent(edition,
                    wanted -> Database.start(folder().resolve("database-" + wanted.name().toLowerCase(Locale.ROOT)),
                            wanted));
        } finally {
            lock.unlock();
        }
    }

    /** For {@code @MethodSource}: the editions that this machine can have. */
    public static Stream<Edition> editions() {
        return Database.editions().stream();
    }

    /** A private folder that is gone when the JVM ends. */
    public Path folder() {
        lock.lock();
        try {
            if (folder == null) {
                Path made = Files.createTempDirectory("gardefroid-testbed-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made), "remove " + made));
                folder = made;
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder", e);
        } finally {
            lock.unlock();
        }
    }

    private void remove(Path made) {
        databases.values().forEach(RunningDatabase::remove);
        if (broker != null) {
            broker.stop(); // the hooks run in no order, and nobody may write below what is removed
        }
        try (var files = Files.walk(made)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("could not remove " + made + ": " + e.getMessage());
        }
    }
}
