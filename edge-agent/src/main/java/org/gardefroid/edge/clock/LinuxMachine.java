package org.gardefroid.edge.clock;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.gardefroid.telemetry.BootId;

/**
 * The kernel's boot id and time since boot. Where there is no such kernel, each start of the agent counts as a boot: then
 * monotonic times are compared within one start alone, which is safe.
 */
public final class LinuxMachine implements Machine {

    private final BootId boot;
    private final long nanosAtBoot;

    /** @param proc usually {@code /proc} */
    public LinuxMachine(Path proc) {
        long now = System.nanoTime();
        BootId found;
        long uptimeMillis;
        try {
            found = new BootId(Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip());
            String uptime = Files.readString(proc.resolve("uptime"));
            uptimeMillis = new BigDecimal(uptime.substring(0, uptime.indexOf(' '))).movePointRight(3).longValue();
        } catch (IOException | IllegalArgumentException _) {
            found = new BootId("start-" + UUID.randomUUID());
            uptimeMillis = 0;
        }
        this.boot = found;
        this.nanosAtBoot = now - uptimeMillis * 1_000_000;
    }

    @Override
    public BootId boot() {
        return boot;
    }

    @Override
    public long monotonicMillis() {
        return (System.nanoTime() - nanosAtBoot) / 1_000_000;
    }

    @Override
    public Instant wall() {
        return Clock.systemUTC().instant();
    }

    @Override
    public void sleepMillis(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }
}
