package org.gardefroid.ingest.console.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gardefroid.ingest.console.chart.Chart.Label;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

final class ChartTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void theRangeLiesBetweenItsTwoDegrees() {
        Chart chart = Chart.wide(story(NOON, 5_000));
        double eight = at(chart.degrees(), "8");
        double two = at(chart.degrees(), "2");
        assertThat(chart.range().y()).isEqualTo(eight);
        assertThat(chart.range().bottom()).isEqualTo(two);
    }

    @Test
    void whatIsFarOutOfRangeIsStillOnTheDrawing() {
        Chart chart = Chart.wide(story(NOON, 31_000));
        assertThat(chart.degrees().getLast().text()).isEqualTo("35");
        assertThat(chart.degrees().getFirst().text()).isEqualTo("0");
        assertThat(Chart.wide(story(NOON, -20_000)).degrees().getFirst().text()).isEqualTo("\u221220");
    }

    @Test
    void aPhoneGetsFewerLabels() {
        assertThat(Chart.wide(story(NOON, 5_000)).times()).hasSizeBetween(8, 12);
        assertThat(Chart.narrow(story(NOON, 5_000)).times()).hasSizeBetween(3, 5);
    }

    @Test
    void hoursAreTheReadersOwnAndTheNightThatLosesOneStillLiesRight() {
        Instant afterTheChange = Instant.parse("2026-03-29T10:00:00Z");
        List<Label> times = Chart.wide(story(afterTheChange, 5_000)).times();
        assertThat(times).extracting(Label::text).contains("00:00", "04:00", "06:00").doesNotContain("02:00");
        double night = at(times, "04:00") - at(times, "00:00");
        double morning = at(times, "08:00") - at(times, "04:00");
        assertThat(night).isCloseTo(morning * 3 / 4, offset(0.5));
    }

    @Test
    void theNightThatHasAnHourTwiceShowsItTwice() {
        Instant afterTheChange = Instant.parse("2026-10-25T10:00:00Z");
        assertThat(Chart.wide(story(afterTheChange, 5_000)).times()).extracting(Label::text)
                .filteredOn("02:00"::equals).hasSize(2);
    }

    @Test
    void midnightHasItsDay() {
        assertThat(Chart.wide(story(NOON, 5_000)).days()).extracting(Label::text).containsExactly("lun. 2 mars");
    }

    @Test
    void aShortExcursionIsWideEnoughToBeSeen() {
        Stretch moment = new Stretch(NOON.minusSeconds(3_600), NOON.minusSeconds(3_590));
        Story story = new Story(NOON.minus(Duration.ofDays(1)), NOON, PARIS, Locale.FRANCE, 2_000, 8_000, List.of(),
                List.of(),
                List.of(), List.of(new Story.Excursion(moment, false)), List.of(), List.of());
        assertThat(Chart.wide(story).excursions().getFirst().width()).isGreaterThanOrEqualTo(1.5);
    }

    @Test
    void faultsOfAnHourAreNotSixtyMarks() {
        List<Instant> faults = IntStream.range(0, 60).mapToObj(i -> NOON.minusSeconds(60L * i)).sorted()
                .toList();
        Story story = new Story(NOON.minus(Duration.ofDays(1)), NOON, PARIS, Locale.FRANCE, 2_000, 8_000, List.of(),
                List.of(),
                List.of(), List.of(), List.of(), faults);
        assertThat(Chart.wide(story).faults()).hasSizeBetween(2, 8);
    }

    private static double at(List<Label> labels, String text) {
        return labels.stream().filter(label -> label.text().equals(text)).findFirst().orElseThrow().at();
    }

    private static Story story(Instant to, int milliCelsius) {
        Instant from = to.minus(Duration.ofDays(1));
        Trace trace = new Trace(from, to, 480, Duration.ofMinutes(5));
        trace.add(from, milliCelsius);
        return new Story(from, to, PARIS, Locale.FRANCE, 2_000, 8_000, List.of(trace), List.of(), trace.unobserved(),
                List.of(), List.of(), List.of());
    }
}
