package org.gardefroid.hardware.ds18b20;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gardefroid.hardware.port.OneWire;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;

/**
 * All thermometers of a machine, read in rounds: one conversion for all, then each of them.
 *
 * <p>A read that hangs in the kernel cannot be interrupted. It keeps its thread, which is a daemon, its probe is a fault
 * from this round on, and it is not asked again before it has come back: there are never more threads than probes.
 *
 * <p>Used by one thread.
 */
public final class Ds18b20Bus implements AutoCloseable {

    /** A conversion to 12 bits takes 750 ms at most; twice that, and a second for each probe that converts by itself. */
    public static final Duration PATIENCE = Duration.ofMillis(1_500);

    private static final List<String> FAMILIES = List.of("28-", "22-", "3b-", "42-");

    private final OneWire wire;
    private final Duration patience;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("ds18b20-", 0).factory());
    private final Map<String, Future<Measurement>> reads = new HashMap<>();
    private Future<Boolean> conversion = CompletableFuture.completedFuture(true);

    /** @param patience for a conversion, and for each probe's read */
    public Ds18b20Bus(OneWire wire, Duration patience) {
        this.wire = wire;
        this.patience = patience;
    }

    /** The thermometers that are there now; what else is on the lines is passed over. */
    public List<String> thermometers() throws IOException {
        return wire.devices().stream().filter(device -> FAMILIES.contains(device.substring(0, 3))).toList();
    }

    /** One measurement of each, in order of their names; comes back within the patience for all of them together. */
    public Map<String, Measurement> round(Collection<String> thermometers) {
        convert();
        for (String each : thermometers) {
            Future<Measurement> before = reads.get(each);
            if (before == null || before.isDone()) {
                reads.put(each, threads.submit(() -> measure(each)));
            }
        }
        long end = System.nanoTime() + patience.multipliedBy(Math.max(1, thermometers.size())).toNanos();
        Map<String, Measurement> measured = new TreeMap<>();
        for (String each : thermometers) {
            measured.put(each, await(reads.getOrDefault(each, CompletableFuture.completedFuture(ProbeFault.BUS_LOCKED)),
                    end - System.nanoTime(), ProbeFault.BUS_LOCKED));
        }
        return measured;
    }

    /** Where there is no conversion for all, or it hangs, each probe converts when it is read. */
    private void convert() {
        if (conversion.isDone()) {
            conversion = threads.submit(() -> {
                wire.convertAll();
                return true;
            });
            await(conversion, patience.toNanos(), false);
        }
    }

    private Measurement measure(String thermometer) {
        try {
            return KernelText.decode(wire.read(thermometer));
        } catch (IOException e) { // the folder has gone, or the kernel had no answer
            return ProbeFault.DISCONNECTED;
        }
    }

    private static <T> T await(Future<T> running, long nanos, T otherwise) {
        try {
            return running.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return otherwise;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
    }

    /** Waits for nothing: a thread that hangs ends with the process. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
