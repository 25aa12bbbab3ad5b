package org.gardefroid.testbed.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a process prints: copied to its log line by line, and the latest lines kept to look for something in them. */
final class Output {

    private static final int KEPT = 2_000;

    private final Path log;
    private final Deque<String> lines = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean ended;

    private Output(Path log) {
        this.log = log;
    }

    static Output of(Process process, Path log, Consumer<String> eachLine) throws IOException {
        Path folder = log.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var output = new Output(log);
        BufferedWriter writer = Files.newBufferedWriter(
                log, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Thread.ofVirtual().name("output " + process.pid()).start(() -> output.copy(process, writer, eachLine));
        return output;
    }

    Path log() {
        return log;
    }

    List<String> last(int count) {
        lock.lock();
        try {
            return lines.stream().skip(Math.max(0, lines.size() - (long) count)).toList();
        } finally {
            lock.unlock();
        }
    }

    Optional<String> await(Predicate<String> wanted, Duration within) {
        lock.lock();
        try {
            long nanos = within.toNanos();
            while (true) {
                Optional<String> found = lines.stream().filter(wanted).findFirst();
                if (found.isPresent() || ended || nanos <= 0) {
                    return found;
                }
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    void awaitEnd(Duration within) {
        await(line -> false, within);
    }

    private void copy(Process process, BufferedWriter writer, Consumer<String> eachLine) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8); writer) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                writer.write(line);
                writer.newLine();
                writer.flush();
                keep(line);
                eachLine.accept(line);
            }
        } catch (IOException e) {
            // A killed process breaks its pipe: what it said until then is kept.
            keep("(its output broke off: " + e.getMessage() + ")");
        } finally {
            end();
        }
    }

    private void keep(String line) {
        lock.lock();
        try {
            lines.addLast(line);
            if (lines.size() > KEPT) {
                lines.removeFirst();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
