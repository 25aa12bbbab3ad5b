package org.gardefroid.testbed.process;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How this JVM ends, whichever way it is told to: first whoever has something to finish that needs the programs it started,
 * one after the other; then those programs that still run, all at once.
 */
public final class Ending {

    private static final Set<Runnable> FIRST = new LinkedHashSet<>();
    private static final Set<ChildProcess> CHILDREN = new LinkedHashSet<>();
    private static final Duration CHILDREN_STOP_WITHIN = Duration.ofSeconds(30);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Ending::end, "ending"));
    }

    private Ending() {}

    /** To be run before any program is stopped, until {@link #forget(Runnable)}; it is to end by itself. */
    public static void first(Runnable work) {
        synchronized (FIRST) {
            FIRST.add(work);
        }
    }

    public static void forget(Runnable work) {
        synchronized (FIRST) {
            FIRST.remove(work);
        }
    }

    static void with(ChildProcess child) {
        synchronized (CHILDREN) {
            CHILDREN.add(child);
        }
    }

    static void without(ChildProcess child) {
        synchronized (CHILDREN) {
            CHILDREN.remove(child);
        }
    }

    private static void end() {
        all(FIRST).forEach(Runnable::run);
        var stopping = all(CHILDREN).stream()
                .map(child -> Thread.ofPlatform().name("stop " + child.pid()).start(child::stop)).toList();
        for (Thread thread : stopping) {
            try {
                if (!thread.join(CHILDREN_STOP_WITHIN)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static <T> Set<T> all(Set<T> some) {
        synchronized (some) {
            return Set.copyOf(some);
        }
    }
}
