package org.gardefroid.hardware.ds18b20;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.hardware.linux.SysfsOneWire;
import org.gardefroid.telemetry.ProbeFault;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class Ds18b20RoundsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private long seconds;

    @Test
    void aProbeSaysWhatTheLastRoundFoundAndAnOldRoundIsAFault(@TempDir Path root) throws IOException {
        Path file = Files.createDirectories(root.resolve("28-a")).resolve("temperature");
        Files.writeString(file, "4687\n");
        try (var rounds = new Ds18b20Rounds(new Ds18b20Bus(new SysfsOneWire(root), PATIENCE), List.of("28-a"), PATIENCE,
                () -> seconds * 1_000_000_000)) {
            TemperatureProbe probe = rounds.probe("28-a");
            assertThat(probe.read()).isEqualTo(new Temperature(4_687));
            Files.writeString(file, "9125\n");
            assertThat(probe.read()).isEqualTo(new Temperature(4_687));
            rounds.round();
            assertThat(probe.read()).isEqualTo(new Temperature(9_125));
            seconds = 14;
            assertThat(probe.read()).isEqualTo(new Temperature(9_125));
            seconds = 15;
            assertThat(probe.read()).isEqualTo(ProbeFault.BUS_LOCKED);
            rounds.round();
            assertThat(probe.read()).isEqualTo(new Temperature(9_125));
        }
    }

    @Test
    void aProbeThatIsPulledOutIsAFaultAfterTheNextRound(@TempDir Path root) throws IOException {
        Path file = Files.createDirectories(root.resolve("28-a")).resolve("temperature");
        Files.writeString(file, "4687\n");
        try (var rounds = new Ds18b20Rounds(new Ds18b20Bus(new SysfsOneWire(root), PATIENCE), List.of("28-a"), PATIENCE,
                () -> 0)) {
            Files.delete(file);
            rounds.round();
            assertThat(rounds.probe("28-a").read()).isEqualTo(ProbeFault.DISCONNECTED);
        }
    }
}
