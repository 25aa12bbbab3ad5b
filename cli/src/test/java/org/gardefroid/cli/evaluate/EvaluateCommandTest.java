package org.gardefroid.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.cli.Gardefroid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes in by options and comes out in lines. */
class EvaluateCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tellsEachExcursionInALineAndThenTheWhole() throws IOException {
        assertThat(run(file("2026-03-02T08:00Z,5", "2026-03-02T08:10Z,9", "2026-03-02T08:20Z,9.5",
                "2026-03-02T08:30Z,9", "2026-03-02T08:40Z,5"), "--rule", "HEAT=above:8:20m", "--json")).isZero();
        assertThat(out.toString()).hasLineCount(2);
        assertThat(lines().getFirst()).isEqualTo(JSON.readTree("""
                {"rule":"HEAT","since":"2026-03-02T08:10:00Z","confirmedAt":"2026-03-02T08:30:00Z",
                "endedAt":"2026-03-02T08:40:00Z","minutesOut":30,"extremeCelsius":9.5}"""));
        JsonNode summary = lines().getLast().get("summary");
        assertThat(summary.get("readings").intValue()).isEqualTo(5);
        assertThat(summary.get("unobservedMinutes").intValue()).isZero();
        assertThat(summary.get("minCelsius").doubleValue()).isEqualTo(5);
        assertThat(summary.get("maxCelsius").doubleValue()).isEqualTo(9.5);
        assertThat(summary.get("meanCelsius").doubleValue()).isEqualTo(7.5);
        assertThat(summary.get("mktCelsius").doubleValue()).isBetween(7.5, 9.5);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void sentencesTellTheTimesOfTheZoneAndProgramsThoseOfUtc() throws IOException {
        run(file("2026-03-02T08:00Z,9", "2026-03-02T08:10Z,9"), "--rule", "a=above:8:10m", "--zone", "Europe/Paris");
        assertThat(out.toString()).contains("2026-03-02 09:00:00+01:00", "2026-03-02 09:10:00+01:00");
    }

    @Test
    void whatStillRunsAtTheEndHasNoEnd() throws IOException {
        run(file("2026-03-02T08:00Z,9", "2026-03-02T08:10Z,9"), "--rule", "a=above:8:10m", "--json");
        assertThat(lines().getFirst().get("endedAt").isNull()).isTrue();
        assertThat(lines().getFirst().get("minutesOut").intValue()).isEqualTo(10);
    }

    @Test
    void severalRulesAreToldInTheOrderOfTheirBeginnings() throws IOException {
        run(file("2026-03-02T08:00Z,9", "2026-03-02T08:10Z,-1", "2026-03-02T08:20Z,9"), "--rule", "b=above:8:0m",
                "--rule", "a=at-or-above:9:0m", "--rule", "c=below:0:0m", "--json");
        assertThat(lines()).extracting(line -> line.path("rule").textValue()).containsExactly("b", "a", "c", "b", "a",
                null);
    }

    @Test
    void aPresetIsItsRulesOfTemperature() throws IOException {
        run(file("2026-03-02T08:00Z,9", "2026-03-02T08:15Z,9"), "--preset", "fridge-2-8", "--json");
        assertThat(lines().getFirst().get("rule").textValue()).isEqualTo("fridge-2-8.high");
    }

    @Test
    void aPresetsDaysAreThoseOfTheZone() throws IOException {
        String[] overMidnightInParis = {"2026-03-02T22:20Z,9", "2026-03-02T22:40Z,9", "2026-03-02T23:00Z,9",
            "2026-03-02T23:20Z,9", "2026-03-02T23:25Z,5"};
        run(file(overMidnightInParis), "--preset", "vfc", "--json");
        assertThat(out.toString()).contains("vfc.high-in-a-day");
        out.getBuffer().setLength(0);
        run(file(overMidnightInParis), "--preset", "vfc", "--zone", "Europe/Paris", "--json");
        assertThat(out.toString()).doesNotContain("vfc.high-in-a-day");
    }

    @Test
    void theGreatestGapIsThreeUsualIntervalsUnlessSaid() throws IOException {
        Path file = file("2026-03-02T07:50Z,5", "2026-03-02T08:00Z,5", "2026-03-02T08:10Z,5", "2026-03-02T08:20Z,5",
                "2026-03-02T08:50Z,5",
                "2026-03-02T09:21Z,5");
        assertThat(unobserved(file)).isEqualTo(31);
        assertThat(unobserved(file, "--max-gap", "31m")).isZero();
        assertThat(unobserved(file, "--max-gap", "10m")).isEqualTo(61);
    }

    private int unobserved(Path file, String... options) throws IOException {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("--rule", "a=above:8:0m", "--json"));
        all.addAll(List.of(options));
        run(file, all.toArray(String[]::new));
        return lines().getLast().get("summary").get("unobservedMinutes").intValue();
    }

    @Test
    void aSumPerDayGoesByTheDaysOfTheZone() throws IOException {
        Path file = file("2026-03-02 23:40,9", "2026-03-02 23:50,9", "2026-03-03 00:00,9", "2026-03-03 00:10,5");
        run(file, "--zone", "Europe/Paris", "--rule", "day=above:8:20m:cumulative-per-day", "--rule",
                "all=above:8:30m:cumulative", "--json");
        assertThat(lines()).hasSize(3);
        assertThat(lines().getFirst()).isEqualTo(JSON.readTree("""
                {"rule":"day","since":"2026-03-02T22:40:00Z","confirmedAt":"2026-03-02T23:00:00Z",
                "endedAt":"2026-03-02T23:00:00Z","minutesOut":20,"extremeCelsius":9.0}"""));
        assertThat(lines().get(1)).isEqualTo(JSON.readTree("""
                {"rule":"all","since":"2026-03-02T22:40:00Z","confirmedAt":"2026-03-02T23:10:00Z",
                "endedAt":"2026-03-02T23:10:00Z","minutesOut":30,"extremeCelsius":9.0}"""));
    }

    @Test
    void rowsThatAreNoReadingsAreCountedBeside() throws IOException {
        assertThat(run(file("2026-03-02T08:00Z,5", "2026-03-02T08:00Z,6", "2026-03-02T08:10Z,", "later,5",
                "2026-03-02T07:50Z,5"), "--rule", "a=above:8:0m", "--json")).isZero();
        assertThat(err.toString()).contains("3").hasLineCount(1);
        assertThat(lines().getFirst().get("summary").get("readings").intValue()).isEqualTo(2);
    }

    @Test
    void peopleAreToldInSentences() throws IOException {
        assertThat(run(file("2026-03-02T08:00Z,9", "2026-03-02T08:10Z,5"), "--rule", "HEAT=above:8:0m")).isZero();
        assertThat(out.toString()).contains("HEAT", "2026-03-02 08:00:00+00:00").hasLineCount(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--rule a=above:8:10x | 10x",
        "--rule a=above:8 | NAME=above",
        "--rule a=over:8:1h | a=over:8:1h",
        "--rule a=above:8:1h:daily | cumulative-per-day",
        "--rule a=above:warm:1h | warm",
        "--rule a=above:900:1h | 200",
        "--rule trop+chaud=above:8:1h | trop+chaud",
        "--rule a=above:8:1h --rule a=below:2:1h | a",
        "--preset sauna | cool-box-2-8",
        "--preset fridge-2-8 --rule a=above:8:1h | --preset",
        "--json | --rule",
        "--rule a=above:8:1h --zone Mars/Base | Mars/Base",
        "--rule a=above:8:1h --max-gap 0m | --max-gap",
        "--rule a=above:8:1h --max-gap soon | soon",
        "--rule a=above:8:1h --activation-energy 0 | 1000",
        "--rule a=above:8:1h --activation-energy much | much"})
    void whatIsAskedWronglyIsOneLineThatSaysWhatAndExitTwo(String options, String says) throws IOException {
        assertThat(run(file("2026-03-02T08:00Z,9"), options.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(says).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-03-02 08:00,9 | --zone",
        "2026-03-02T08:00Z,8,1 | 2",
        "'2026-03-02T08:00Z,\"8,1\"' | 8,1",
        "02/03/2026 08:00,9 | 02/03/2026",
        "1969-12-31T23:59Z,9 | 1969",
        "'' | celsius"})
    void aFileThatIsNotUnderstoodIsOneLineThatSaysWhyAndExitTwo(String row, String says) throws IOException {
        assertThat(run(file(row), "--rule", "a=above:8:0m")).isEqualTo(2);
        assertThat(err.toString()).contains(says).hasLineCount(1);
    }

    @Test
    void anEmptyFileHasNoColumn() throws IOException {
        assertThat(run(Files.writeString(folder.resolve("empty.csv"), ""), "--rule", "a=above:8:0m")).isEqualTo(2);
        assertThat(err.toString()).contains("time").hasLineCount(1);
    }

    private Path file(String... rows) throws IOException {
        return Files.writeString(folder.resolve("f.csv"), "time,celsius\n" + String.join("\n", rows) + "\n");
    }

    private int run(Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("evaluate", "--file", file.toString(), "--time-column", "time",
                "--value-column", "celsius"));
        arguments.addAll(List.of(options));
        CommandLine commandLine = Gardefroid.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
