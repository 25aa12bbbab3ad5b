package org.gardefroid.telemetry.series;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.Temperature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class SeriesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

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
    void anOffsetIsReadInEachOfItsForms() throws IOException {
        assertThat(read("t,v", "2026-03-02T10:00Z,1", "2026-03-02T12:10+01:00,1", "2026-03-02T12:20:00+0100,1",
                "2026-03-02 12:30:00.5 +01,1").points()).extracting(Series.Point::at).containsExactly(
                        Instant.parse("2026-03-02T10:00:00Z"), Instant.parse("2026-03-02T11:10:00Z"),
                        Instant.parse("2026-03-02T11:20:00Z"), Instant.parse("2026-03-02T11:30:00.5Z"));
    }

    @Test
    void theHourThatAutumnShowsTwiceIsReadTwice() throws IOException {
        Series series = read("t,v", "2026-10-25 01:30,1", "2026-10-25 02:00,2", "2026-10-25 02:30,3",
                "2026-10-25 02:00,4", "2026-10-25 02:30,5", "2026-10-25 03:00,6");

        assertThat(series.skipped().repeated()).isZero();
        assertThat(series.points()).extracting(Series.Point::at).containsExactly(
                Instant.parse("2026-10-24T23:30:00Z"), Instant.parse("2026-10-25T00:00:00Z"),
                Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:00:00Z"),
                Instant.parse("2026-10-25T01:30:00Z"), Instant.parse("2026-10-25T02:00:00Z"));
    }

    @Test
    void aFileWithTheNewestFirstIsReadFromItsEnd() throws IOException {
        Series series = read("t,v", "2026-10-25 03:00,6", "2026-10-25 02:30,5", "2026-10-25 02:00,4",
                "2026-10-25 02:30,3", "2026-10-25 02:00,2", "2026-10-25 01:30,1");

        assertThat(series.skipped().repeated()).isZero();
        assertThat(series.points()).extracting(point -> point.temperature().milliCelsius()).containsExactly(1_000,
                2_000,
                3_000, 4_000, 5_000, 6_000);
        assertThat(series.points().getLast().at()).isEqualTo("2026-10-25T02:00:00Z");
    }

    @Test
    void theHourThatSpringLeavesOutIsNoHole() throws IOException {
        assertThat(read("t,v", "2026-03-29 01:30,1", "2026-03-29 03:00,2").points()).extracting(Series.Point::at)
                .containsExactly(Instant.parse("2026-03-29T00:30:00Z"), Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void aTimeWithoutAnOffsetNeedsAZone() {
        assertThatIOException().isThrownBy(() -> Series.of(List.of("t,v", "2026-03-02T10:00Z,1", "2026-03-02 10:10,2"),
                "t", "v", Optional.empty())).withMessageContainingAll("line 3", "2026-03-02 10:10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2026-03-02 10:00,7,9 | line 2: 3 fields for 2 columns",
        "2026-03-02 10:00,\"7,9\" | 7,9 has a comma"})
    void aDecimalCommaIsRefusedAndNotReadAsSomethingElse(String line, String says) {
        assertThatIOException().isThrownBy(() -> read("t,v", line)).withMessageContaining(says);
    }

    @Test
    void blankLinesAndEmptyFieldsAtTheEndAreNothing() throws IOException {
        Series series = read("t,v", "", "2026-03-02 10:00,1,,", "  ");

        assertThat(series.points()).hasSize(1);
        assertThat(series.skipped()).isEqualTo(new Series.Skipped(0, 0, 0));
    }

    @Test
    void aFileWithoutAReadingShowsItsFirstRow() {
        assertThatIOException().isThrownBy(() -> read("t,v", "02/03/2026 10:00,1"))
                .withMessageContaining("02/03/2026 10:00,1");
        assertThatIOException().isThrownBy(() -> read("t,v")).withMessageContaining("no readings");
        assertThatIOException().isThrownBy(() -> Series.of(List.of(), "t", "v", Optional.of(PARIS)))
                .withMessageContaining("no column t");
    }

    private static Series read(String... lines) throws IOException {
        return Series.of(List.of(lines), "t", "v", Optional.of(PARIS));
    }
}
