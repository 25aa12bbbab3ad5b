package org.gardefroid.edge.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.gardefroid.edge.clock.Moment;
import org.gardefroid.hardware.TemperatureProbe;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class SeriesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    private Path folder;

    @Test
    void readsTimesWithAndWithoutAZone() throws IOException {
        Series series = read("t,v", "2026-03-02T08:28:19.384086858Z,7.3", "2026-03-02 10:00,7.4",
                "2026-03-02 10:00:30,7.5",
                "2026-03-02T11:00:00+01:00,7.6");

        assertThat(series.points()).extracting(Series.Point::at).containsExactly(
                Instant.parse("2026-03-02T08:28:19.384Z"), Instant.parse("2026-03-02T09:00:00Z"),
                Instant.parse("2026-03-02T09:00:30Z"), Instant.parse("2026-03-02T10:00:00Z"));
    }

    @Test
    void putsThemInOrderAndTakesEachTimeOnce() throws IOException {
        Series series = read("t,v", "2026-03-02 10:10,2", "2026-03-02 10:00,1", "2026-03-02 10:10,3",
                "2026-03-02 10:20,",
                "2026-03-02 10:30,NaN", "soon,4", "\"2026-03-02 10:40\",\"5\"");

        assertThat(series.points()).extracting(Series.Point::temperature).containsExactly(Temperature.ofCelsius(1),
                Temperature.ofCelsius(2), Temperature.ofCelsius(5));
        assertThat(series.skipped()).isEqualTo(new Series.Skipped(1, 2, 1));
    }

    @Test
    void whatIsTooOldIsMovedByWholeDaysToJustBeforeNow() throws IOException {
        Series moved = read("t,v", "2009-07-04 00:00,1", "2009-07-04 01:00,2")
                .movedToBefore(Instant.parse("2026-03-02T12:00:00Z"));

        assertThat(moved.points().getLast().at()).isEqualTo(Instant.parse("2026-03-01T23:00:00Z"));
        assertThat(moved.shift().toSeconds() % Duration.ofDays(1).toSeconds()).isZero();
    }

    @Test
    void whatCanBeStoredAsItIsIsNotMoved() throws IOException {
        Series series = read("t,v", "2026-03-01 00:00,1");

        assertThat(series.movedToBefore(Instant.parse("2026-03-02T12:00:00Z"))).isEqualTo(series);
    }

    @Test
    void aMissingColumnIsNamedWithThoseThereAre() {
        assertThatIOException().isThrownBy(() -> read("time,celsius", "2026-03-01 00:00,1"))
                .withMessageContaining("has no column t; it has: time, celsius");
    }

    @Test
    void aReplayIsAClockAndAProbeThatBelongTogether() throws IOException {
        ReplayClock clock = new ReplayClock(read("t,v", "2026-03-02 10:00,1", "2026-03-02 10:10,2"), "logger");
        TemperatureProbe probe = clock.probe();

        Moment first = clock.next().orElseThrow();
        assertThat(probe.read()).isEqualTo(Temperature.ofCelsius(1));
        assertThat(clock.next().orElseThrow().monotonicMillis() - first.monotonicMillis()).isEqualTo(600_000);
        assertThat(probe.read()).isEqualTo(Temperature.ofCelsius(2));
        assertThat(clock.next()).isEmpty();
    }

    private Series read(String... lines) throws IOException {
        return Series.read(Files.writeString(folder.resolve("f.csv"), String.join("\n", lines) + "\n"), "t", "v",
                PARIS);
    }
}
