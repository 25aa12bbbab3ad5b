package org.gardefroid.testbed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A program started as a process of its own. It never outlives this JVM, whichever way this JVM ends, and everything it
 * prints goes to a log file.
 */
public final class ChildProcess implements AutoCloseable {

    /** Long enough for a checkpoint or a flush; after it the process is killed. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private final Process process;
    private final StopSignal stopSignal;
    private final Output output;

    private ChildProcess(Process process, StopSignal stopSignal, Output output) {
        this.process = process;
        this.stopSignal = stopSignal;
        this.output = output;
    }

    public static ChildProcess start(JavaProgram program, Path log) {
        return start(program.command(), log);
    }

    public static ChildProcess start(List<String> command, Path log) {
        return start(command, log, line -> {});
    }

    /** Starts it, and hands each line it prints to {@code eachLine} as well, on a thread of its own. */
    public static ChildProcess start(List<String> command, Path log, Consumer<String> eachLine) {
        return start(List.of(), command, log, eachLine, StopSignal.TERMINATE);
    }

    /**
     * Starts a program as somebody else.
     *
     * @param prefix the words that change who it runs as, such as {@code setpriv --reuid=nobody}
     */
    public static ChildProcess start(List<String> prefix, List<String> command, Path log, StopSignal stopSignal) {
        return start(prefix, command, log, line -> {}, stopSignal);
    }

    private static ChildProcess start(List<String> prefix, List<String> command, Path log, Consumer<String> eachLine,
            StopSignal stopSignal) {
        try {
            Process process = Spawner.spawn(prefix, command, stopSignal);
            var child = new ChildProcess(process, stopSignal, Output.of(process, log, eachLine));
            Ending.with(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        }
    }

    /** Waits for the line that says it is ready; one that does not get ready is stopped. */
    public ChildProcess ready(String beginning, Duration within) {
        return ready(line -> line.startsWith(beginning), "a line \"" + beginning + "…\"", within);
    }

    public ChildProcess ready(Predicate<String> line, String description, Duration within) {
        try {
            awaitLine(line, description, within);
            return this;
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** Waits for the first line that begins with {@code beginning}, printed before or after this call. */
    public String awaitLine(String beginning, Duration within) {
        return awaitLine(line -> line.startsWith(beginning), "a line \"" + beginning + "…\"", within);
    }

    public String awaitLine(Predicate<String> wanted, String description, Duration within) {
        return output.await(wanted, within).orElseThrow(() -> {
            // What it prints ends a moment before it does.
            String what = output.hasEnded() && endsWithin(Duration.ofSeconds(5))
                    ? "it ended with " + process.exitValue() + " before " + description
                    : "no sign of " + description + " within " + within.toSeconds() + " s";
            return new ProcessFailure(what, output.last(20), output.log());
        });
    }

    /** What it printed so far; the oldest lines of a talkative program are in its log only. */
    public List<String> lines() {
        return output.last(Integer.MAX_VALUE);
    }

    public Path log() {
        return output.log();
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end and gives its exit code. */
    public int awaitExit(Duration within) {
        if (!endsWithin(within)) {
            throw new ProcessFailure("it still runs after " + within.toSeconds() + " s", output.last(20), log());
        }
        output.awaitEnd(Duration.ofSeconds(5));
        return process.exitValue();
    }

    /** SIGKILL: nothing is flushed, nothing is said. */
    public void kill9() {
        process.toHandle().destroyForcibly();
        awaitExit(STOPS_WITHIN);
        Ending.without(this);
    }

    /** Asks it to end, and kills one that does not listen. Does nothing to one that has ended. */
    public void stop() {
        ask();
        if (!endsWithin(STOPS_WITHIN)) {
            process.toHandle().destroyForcibly();
        }
        output.awaitEnd(Duration.ofSeconds(5));
        Ending.without(this);
    }

    @Override
    public void close() {
        stop();
    }

    /** By its handle: {@code Process.destroy} closes its output as well, and its last words would be lost. */
    private void ask() {
        ProcessHandle handle = process.toHandle();
        if (stopSignal == StopSignal.TERMINATE || !handle.isAlive()) {
            handle.destroy();
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -" + stopSignal.shortName() + " " + handle.pid()).start();
        } catch (IOException e) {
            handle.destroy(); // no shell: the other signal is the next best
        }
    }

    private boolean endsWithin(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
