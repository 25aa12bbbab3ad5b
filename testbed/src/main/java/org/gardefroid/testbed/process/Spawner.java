package org.gardefroid.testbed.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes that the kernel ends when this JVM is gone, even when it was killed and ran no shutdown hook.
 *
 * <p>Linux sends the "parent died" signal when the <em>thread</em> that started the child ends, not the process; so all
 * children are started by one thread that lives as long as the JVM. Where there is no {@code setpriv}, only the
 * shutdown hooks remain.
 *
 * <p>Each is in a session of its own: a Ctrl-C in the terminal is for this JVM, which ends its children in an order.
 */
final class Spawner {

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name("starts processes").unstarted(work));

    private static final boolean KERNEL_TELLS = runs("setpriv", "--pdeathsig", "TERM", "true");
    private static final boolean HAS_SESSIONS = runs("setsid", "true");

    private Spawner() {}

    static Process spawn(List<String> prefix, List<String> command, StopSignal whenOrphaned) throws IOException {
        // After the prefix: a change of user or of namespace makes the kernel forget the signal.
        var whole = new ArrayList<>(prefix);
        if (HAS_SESSIONS) {
            whole.add("setsid");
        }
        if (KERNEL_TELLS) {
            whole.addAll(List.of("setpriv", "--pdeathsig", whenOrphaned.shortName()));
        }
        whole.addAll(command);
        try {
            return THREAD.submit(() -> new ProcessBuilder(whole).redirectErrorStream(true).start()).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("cannot start " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before " + command.getFirst() + " was started", e);
        }
    }

    /** There are machines without the one or the other, and setprivs without the option. */
    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
