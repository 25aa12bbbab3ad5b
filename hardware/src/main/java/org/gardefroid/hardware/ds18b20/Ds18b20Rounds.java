package org.gardefroid.hardware.ds18b20;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.hardware.port.OneWire;
import org.gardefroid.telemetry.Measurement;
import org.gardefroid.telemetry.ProbeFault;

/**
 * One round after another in a thread of its own, so that each probe can be asked at any moment and answers at once, with
 * what the last round found.
 */
public final class Ds18b20Rounds implements AutoCloseable {

    /** From one conversion to the next: each warms the chip by some thousandths of a degree. */
    public static final Duration EVERY = Duration.ofSeconds(5);

    private final Ds18b20Bus bus;
    private final List<String> thermometers;
    private final LongSupplier nanoTime;
    private final long oldestNanos;
    private final Thread thread;
    private volatile Round last;

    private record Round(Map<String, Measurement> measured, long endedNanos) {}

    /** The first round is over when this returns. */
    public Ds18b20Rounds(OneWire wire, List<String> thermometers) {
        this(new Ds18b20Bus(wire, Ds18b20Bus.PATIENCE), thermometers, Ds18b20Bus.PATIENCE, System::nanoTime);
        thread.start();
    }

    /** Without its thread. */
    Ds18b20Rounds(Ds18b20Bus bus, List<String> thermometers, Duration patience, LongSupplier nanoTime) {
        this.bus = bus;
        this.thermometers = List.copyOf(thermometers);
        this.nanoTime = nanoTime;
        // Two rounds, each as long as it can become.
        this.oldestNanos = EVERY.plus(patience.multipliedBy(thermometers.size() + 1L)).multipliedBy(2).toNanos();
        this.last = measured();
        this.thread = Thread.ofPlatform().daemon().name("ds18b20-rounds").unstarted(this::run);
    }

    /** @param thermometer one of those that are read */
    public TemperatureProbe probe(String thermometer) {
        return () -> {
            Round round = last;
            return nanoTime.getAsLong() - round.endedNanos() > oldestNanos
                    ? ProbeFault.BUS_LOCKED
                    : round.measured().getOrDefault(thermometer, ProbeFault.DISCONNECTED);
        };
    }

    void round() {
        last = measured();
    }

    private Round measured() {
        return new Round(bus.round(thermometers), nanoTime.getAsLong());
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        bus.close();
    }
}
