package org.gardefroid.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Run;
import org.gardefroid.vaccines.custody.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KeptRunsFileTest {

    private static final ProbeId PROBE = new ProbeId("box-7-product");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    private Path folder;

    private static Run run(int fromHour, int toHour) {
        return new Run(new PlaceId(PROBE.value()), MIDNIGHT.plus(Duration.ofHours(fromHour)),
                MIDNIGHT.plus(Duration.ofHours(toHour)), new Span(new Temperature(2_937), new Temperature(5_125)),
                1.0 / 3);
    }

    private KeptRunsFile file() {
        return new KeptRunsFile(folder.resolve("runs"));
    }

    @Test
    void whatIsKeptIsThereAfterARestartToTheLastDigit() {
        file().keep(PROBE, run(0, 23));
        file().keep(PROBE, run(24, 47));

        assertThat(file().of(PROBE)).containsExactly(run(0, 23), run(24, 47));
        assertThat(file().of(new ProbeId("another"))).isEmpty();
    }

    @Test
    void whatIsFoldedAgainTakesThePlaceOfWhatWasKeptOfThatTime() {
        KeptRunsFile file = file();
        file.keep(PROBE, run(0, 23));
        file.keep(PROBE, run(24, 47));
        file.keep(PROBE, run(20, 30));

        assertThat(file.of(PROBE)).containsExactly(run(20, 30));
        assertThat(file().of(PROBE)).containsExactly(run(20, 30));
    }

    @Test
    void aLineThatAPowerCutCutOffIsPassedOver() throws IOException {
        file().keep(PROBE, run(0, 23));
        Files.writeString(folder.resolve("runs"), "\nbox-7-product 17724", StandardOpenOption.APPEND);

        assertThat(file().of(PROBE)).containsExactly(run(0, 23));
        file().keep(PROBE, run(24, 47));
        assertThat(file().of(PROBE)).containsExactly(run(0, 23), run(24, 47));
    }

    @Test
    void whatIsOlderThanTheJournalIsForgotten() throws IOException {
        KeptRunsFile file = file();
        file.keep(PROBE, run(0, 23));
        file.keep(PROBE, run(24 * 91, 24 * 91 + 1));

        assertThat(file().of(PROBE)).containsExactly(run(24 * 91, 24 * 91 + 1));
        assertThat(Files.readAllLines(folder.resolve("runs"))).hasSize(1);
    }
}
