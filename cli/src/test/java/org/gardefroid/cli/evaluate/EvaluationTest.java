package org.gardefroid.cli.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.CumulativeRule;
import org.gardefroid.alerting.CumulativeSpan;
import org.gardefroid.alerting.ExcursionRule;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.TemperatureRule;
import org.gardefroid.alerting.evaluation.Evaluation;
import org.gardefroid.alerting.evaluation.Found;
import org.gardefroid.alerting.evaluation.Summary;
import org.gardefroid.telemetry.MeanKineticTemperature;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.series.Series.Point;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Times are minutes from midnight; half an hour is the greatest gap. */
class EvaluationTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration GREATEST_GAP = Duration.ofMinutes(30);
    private static final RuleName NAME = new RuleName("r");

    private static Point point(double minute, double celsius) {
        return new Point(at(minute), Temperature.ofCelsius(celsius));
    }

    private static Instant at(double minute) {
        return MIDNIGHT.plusMillis(Math.round(minute * 60_000));
    }

    private static TemperatureRule run(Bound bound, int minutes) {
        return new ExcursionRule(NAME, Severity.WARNING, bound, Duration.ofMinutes(minutes));
    }

    private static TemperatureRule above(int minutes) {
        return run(new Bound.Above(Temperature.ofCelsius(8)), minutes);
    }

    private static List<Found> found(TemperatureRule rule, List<Point> points) {
        return Evaluation.of(points, List.of(rule), GREATEST_GAP,
                new MeanKineticTemperature(MeanKineticTemperature.USP)).excursions();
    }

    private static Found found(double since, double confirmed, Optional<Double> ended, double minutes, double extreme) {
        return new Found(NAME, at(since), at(confirmed), ended.map(EvaluationTest::at),
                Duration.between(MIDNIGHT, at(minutes)), Temperature.ofCelsius(extreme));
    }

    @Test
    void tenHoursOfHeatAreHeatAndAMinuteLessIsNot() {
        List<Point> hot = new ArrayList<>();
        for (int minute = 0; minute <= 600; minute += 10) {
            hot.add(point(minute, 8.1));
        }
        assertThat(found(above(600), hot)).containsExactly(found(0, 600, Optional.empty(), 600, 8.1));
        hot.set(60, point(599, 8.1));
        assertThat(found(above(600), hot)).isEmpty();
    }

    @Test
    void boundsAreExact() {
        List<Point> points = List.of(point(0, 8), point(10, 8.001), point(20, 2), point(30, 1.999));
        assertThat(found(above(0), points)).extracting(Found::since).containsExactly(at(10));
        assertThat(found(run(new Bound.AtOrAbove(Temperature.ofCelsius(8)), 0), points)).extracting(Found::since)
                .containsExactly(at(0));
        assertThat(found(run(new Bound.Below(Temperature.ofCelsius(2)), 0), points)).extracting(Found::since)
                .containsExactly(at(30));
        assertThat(found(run(new Bound.AtOrBelow(Temperature.ofCelsius(2)), 0), points)).extracting(Found::since)
                .containsExactly(at(20));
    }

    @Test
    void aGapEndsAnExcursionAtTheLastReadingOutAndAnotherBeginsAfterIt() {
        assertThat(found(above(20), List.of(point(0, 9), point(20, 10), point(51, 11), point(71, 9), point(80, 5))))
                .containsExactly(found(0, 20, Optional.of(20.0), 20, 10), found(51, 71, Optional.of(80.0), 29, 11));
    }

    @Test
    void hotGapHotIsNoLongRun() {
        assertThat(found(above(60), List.of(point(0, 9), point(20, 9), point(60, 9), point(80, 9)))).isEmpty();
    }

    @Test
    void whatIsAsFarAsTheGreatestGapIsStillOneRun() {
        assertThat(found(above(60), List.of(point(0, 9), point(30, 9), point(60, 9)))).hasSize(1);
    }

    @Test
    void meansAreTakenOverReadings() {
        Summary summary = Evaluation.of(List.of(point(0, 4), point(1, 4), point(100, 10)), List.of(above(0)),
                GREATEST_GAP, new MeanKineticTemperature(MeanKineticTemperature.USP)).summary();
        assertThat(summary.meanCelsius()).isEqualTo(6);
        assertThat(summary.unobserved()).isEqualTo(Duration.ofMinutes(99));
    }

    @Test
    void findsInAnyFileWhatAPlainCountFinds() {
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            List<Point> points = points(random);
            int minutes = random.nextInt(7) * 10;
            assertThat(found(above(minutes), points)).as("%s minutes of %s", minutes, points)
                    .isEqualTo(PlainCount.runs(points, NAME, minutes, GREATEST_GAP));
            for (CumulativeSpan span : List.of(new CumulativeSpan.Life(),
                    new CumulativeSpan.Day(java.time.ZoneOffset.UTC))) {
                assertThat(found(new CumulativeRule(NAME, Severity.WARNING, new Bound.Above(Temperature.ofCelsius(8)),
                        Duration.ofMinutes(minutes), span), points)).as("%s minutes in all, %s, of %s", minutes, span,
                                points)
                        .isEqualTo(PlainCount.sums(points, NAME, minutes, GREATEST_GAP,
                                span instanceof CumulativeSpan.Day));
            }
        }
    }

    /** Evening and night: temperatures at and around the limit, and now and then a gap. */
    private static List<Point> points(Random random) {
        List<Point> points = new ArrayList<>();
        int minute = 22 * 60;
        int[] steps = {1, 5, 10, 10, 10, 15, 30, 31, 90};
        double[] celsius = {5, 8, 8.001, 9, 9, 10};
        int count = 1 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            points.add(point(minute, celsius[random.nextInt(celsius.length)]));
            minute += steps[random.nextInt(steps.length)];
        }
        return points;
    }
}
