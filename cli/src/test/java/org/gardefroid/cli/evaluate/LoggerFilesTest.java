package org.gardefroid.cli.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.gardefroid.alerting.Bound;
import org.gardefroid.alerting.CumulativeRule;
import org.gardefroid.alerting.CumulativeSpan;
import org.gardefroid.alerting.ExcursionRule;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.alerting.Severity;
import org.gardefroid.alerting.TemperatureRule;
import org.gardefroid.alerting.evaluation.Evaluation;
import org.gardefroid.alerting.evaluation.Found;
import org.gardefroid.alerting.evaluation.Stretches;
import org.gardefroid.telemetry.MeanKineticTemperature;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.series.Series;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Real loggers' files: judging finds in them what a plain count finds. */
class LoggerFilesTest {

    private static final RuleName NAME = new RuleName("r");
    private static final Bound ABOVE_EIGHT = new Bound.Above(Temperature.ofCelsius(8));

    @ParameterizedTest
    @CsvSource({
        "kitchen-fridge-hdc1080.csv, time, temperature_1",
        "kitchen-fridge-hdc1080.csv, time, temperature_2",
        "kitchen-fridge-hdc1080.csv, time, temperature_3",
        "qtag-transport-3-points.csv, local_time, celsius",
        "fridgetag-ultralow-points.csv, local_time, celsius",
        "ambient_temperature_system_failure.csv, timestamp, value",
        "machine_temperature_system_failure.csv, timestamp, value"})
    void areJudgedAsAPlainCountWould(String name, String time, String value) throws IOException {
        Series series = Series.of(Files.readAllLines(SharedData.folder("loggers").resolve(name)), time, value,
                java.util.Optional.of(ZoneOffset.UTC));
        Duration gap = Stretches.usualGap(series.points());
        for (int minutes : List.of(0, 30, 60, 600)) {
            Duration delay = Duration.ofMinutes(minutes);
            assertThat(found(new ExcursionRule(NAME, Severity.WARNING, ABOVE_EIGHT, delay), series, gap))
                    .isEqualTo(PlainCount.runs(series.points(), NAME, minutes, gap));
            assertThat(found(new CumulativeRule(NAME, Severity.WARNING, ABOVE_EIGHT, delay,
                    new CumulativeSpan.Day(ZoneOffset.UTC)), series, gap))
                    .isEqualTo(PlainCount.sums(series.points(), NAME, minutes, gap, true));
        }
    }

    private static List<Found> found(TemperatureRule rule, Series series, Duration gap) {
        return Evaluation.of(series.points(), List.of(rule), gap,
                new MeanKineticTemperature(MeanKineticTemperature.USP)).excursions();
    }
}
