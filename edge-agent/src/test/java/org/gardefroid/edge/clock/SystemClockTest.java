package org.gardefroid.edge.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.gardefroid.telemetry.BootId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SystemClockTest {

    private final SteppedMachine machine = new SteppedMachine(Instant.parse("2026-03-02T06:00:00Z"));
    private boolean trusted;
    private final SystemClock clock = new SystemClock(machine, () -> trusted, Duration.ofSeconds(1));

    @Test
    void keepsItsRhythmWhenACycleTakesLong() throws InterruptedException {
        assertThat(millis()).isEqualTo(5_000);
        machine.pass(Duration.ofMillis(700));
        assertThat(millis()).isEqualTo(6_000);
    }

    @Test
    void whatWasMissedIsNotMadeUpFor() throws InterruptedException {
        assertThat(millis()).isEqualTo(5_000);
        machine.pass(Duration.ofMillis(3_400));
        assertThat(millis()).isEqualTo(8_400);
        assertThat(millis()).isEqualTo(9_000);
    }

    @Test
    void tellsTheDateOnlyWhileItIsTrusted() throws InterruptedException {
        assertThat(clock.next().orElseThrow().wall()).isEmpty();
        trusted = true;
        assertThat(clock.next().orElseThrow().wall()).contains(Instant.parse("2026-03-02T06:00:01Z"));
    }

    @Test
    void aMachineCountsFromItsBoot(@TempDir Path proc) throws IOException {
        Files.createDirectories(proc.resolve("sys/kernel/random"));
        Files.writeString(proc.resolve("sys/kernel/random/boot_id"), "0a1b2c3d-0000-4000-8000-000000000000\n");
        Files.writeString(proc.resolve("uptime"), "12345.67 100.00\n");
        LinuxMachine booted = new LinuxMachine(proc);

        assertThat(booted.boot()).isEqualTo(new BootId("0a1b2c3d-0000-4000-8000-000000000000"));
        assertThat(booted.monotonicMillis()).isBetween(12_345_670L, 12_355_670L);
    }

    @Test
    void whereNothingTellsTheBootEachStartIsOne(@TempDir Path nothing) {
        assertThat(new LinuxMachine(nothing).boot()).isNotEqualTo(new LinuxMachine(nothing).boot());
    }

    private long millis() throws InterruptedException {
        return clock.next().orElseThrow().monotonicMillis();
    }
}
