package org.gardefroid.hardware.port;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gardefroid.telemetry.ProbeFault;

/**
 * A bus whose transfers end: what takes longer than the limit is a locked bus, and the bus is reset.
 *
 * <p>A transfer that never returns keeps its thread, a daemon; until it does, each further one is refused at once, so a
 * transfer and a reset hang at most. One thread after the other.
 */
public final class WatchedI2cBus implements I2cBus {

    /** A chip may stretch the clock; 6 bytes at 100 kHz take under a millisecond, and a whole display 12. */
    public static final Duration LIMIT = Duration.ofMillis(200);

    private final I2cBus bus;
    private final Duration limit;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("i2c-", 0).factory());
    private Future<byte[]> running = CompletableFuture.completedFuture(new byte[0]);
    private Future<byte[]> resetting = running;

    public WatchedI2cBus(I2cBus bus, Duration limit) {
        this.bus = bus;
        this.limit = limit;
    }

    @Override
    public I2cDevice device(int address) {
        I2cDevice device = bus.device(address);
        String name = String.format("I2C address 0x%02x", address);
        return (written, read) -> transfer(name, () -> device.transfer(written, read));
    }

    private synchronized byte[] transfer(String name, Callable<byte[]> transfer) throws BusException {
        try {
            return limited(name, transfer);
        } catch (BusException e) {
            if (e.fault() == ProbeFault.BUS_LOCKED) {
                reset();
            }
            throw e;
        }
    }

    /** Tried beside a transfer that hangs: freeing the wires is what lets it return. */
    @Override
    public synchronized void reset() throws BusException {
        if (resetting.isDone()) {
            resetting = threads.submit(() -> {
                bus.reset();
                return new byte[0];
            });
        }
        await("I2C bus", resetting);
    }

    private byte[] limited(String name, Callable<byte[]> transfer) throws BusException {
        if (!running.isDone() || !resetting.isDone()) {
            throw BusException.locked(name);
        }
        running = threads.submit(transfer);
        return await(name, running);
    }

    private byte[] await(String name, Future<byte[]> transfer) throws BusException {
        try {
            return transfer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw BusException.locked(name);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BusException known) {
                throw known;
            }
            throw new IllegalStateException(name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BusException.locked(name);
        }
    }
}
