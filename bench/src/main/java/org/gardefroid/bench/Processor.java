package org.gardefroid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who has had how much of the processors, in ticks of 10 ms, as Linux counts it.
 *
 * @param ours ticks of each of our programs with all its children
 * @param idle ticks in which nobody wanted any
 * @param all ticks there were, of all cores
 */
record Processor(Map<String, Long> ours, long idle, long all) {

    private static final long MILLIS_A_TICK = 10;

    static Processor now(Map<String, ProcessHandle> programs) {
        var ours = new LinkedHashMap<String, Long>();
        programs.forEach((name, process) -> ours.put(name,
                Stream.concat(Stream.of(process), process.descendants()).mapToLong(Processor::ticks).sum()));
        String[] total = read(Path.of("/proc/stat")).lines().findFirst().orElse("cpu 0 0 0 0 0").split(" +");
        long all = Stream.of(total).skip(1).limit(8).mapToLong(Long::parseLong).sum(); // what follows is counted in these
        return new Processor(ours, Long.parseLong(total[4]) + Long.parseLong(total[5]), all);
    }

    /** The cores that a program kept busy since then, 1.0 for one. */
    double coresSince(Processor before, String program) {
        return (double) (ours.getOrDefault(program, 0L) - before.ours.getOrDefault(program, 0L)) * cores()
                / elapsed(before);
    }

    /** What a program had of the processors since then. */
    Duration timeSince(Processor before, String program) {
        return Duration.ofMillis(MILLIS_A_TICK
                * (ours.getOrDefault(program, 0L) - before.ours.getOrDefault(program, 0L)));
    }

    double idleShareSince(Processor before) {
        return (double) (idle - before.idle) / elapsed(before);
    }

    private long elapsed(Processor before) {
        return Math.max(1, all - before.all);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static long ticks(ProcessHandle process) {
        String stat = read(Path.of("/proc", Long.toString(process.pid()), "stat"));
        String[] after = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return after.length < 13 ? 0 : Long.parseLong(after[11]) + Long.parseLong(after[12]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return ""; // it has ended meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
