package org.gardefroid.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.testbed.process.ProjectFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** The manual's own example, and what it says of bad input. */
class JudgeCommandTest {

    private static final Pattern FILE = Pattern.compile("`([a-z]+\\.[a-z]+)`\n\n```[a-z]*\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OUTPUT = Pattern.compile("\\$ \\./gardefroid judge [^\n]*\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter wrong = new StringWriter();
    private String manual = "";

    @BeforeEach
    void theManualsExample() throws IOException {
        manual = Files.readString(ProjectFolder.root().resolve("docs/judge.md"));
        Matcher file = FILE.matcher(manual);
        while (file.find()) {
            Files.writeString(folder.resolve(file.group(1)), file.group(2));
        }
        assertThat(folder).isDirectoryContaining("glob:**profile.json").isDirectoryContaining("glob:**events.jsonl");
    }

    private int judge(String... more) {
        CommandLine commandLine = Gardefroid.commandLine();
        commandLine.setOut(new PrintWriter(said, true));
        commandLine.setErr(new PrintWriter(wrong, true));
        String[] arguments = {"judge", "--profile", folder.resolve("profile.json").toString(), "--events",
            folder.resolve("events.jsonl").toString(), "--readings", folder.resolve("readings.csv").toString()};
        String[] all = new String[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return commandLine.execute(all);
    }

    @Test
    void theManualShowsWhatTheCommandSays() {
        assertThat(judge()).isZero();
        if (Words.locale().equals(Locale.FRENCH)) {
            Matcher shown = OUTPUT.matcher(manual);
            assertThat(shown.find()).isTrue();
            assertThat(said.toString()).isEqualTo(shown.group(1));
        }
    }

    @Test
    void aLabelsLastDayEndsWhereItIsReadWhateverTheClockOfTheEvents() throws IOException {
        Path events = folder.resolve("events.jsonl");
        Files.writeString(events, Files.readString(events).replace("08:00:00+01:00", "07:00:00Z")
                .replace("\"2026-12\"", "\"2026-03-02\""));
        assertThat(judge("--json")).isZero();
        assertThat(said.toString().lines().toList().getFirst()).contains("\"deadline\":\"2026-03-02T23:00:00Z\"");
        said.getBuffer().setLength(0);
        assertThat(judge("--json", "--zone", "Indian/Reunion")).isZero();
        assertThat(said.toString().lines().toList().getFirst()).contains("\"deadline\":\"2026-03-02T20:00:00Z\"");
    }

    @Test
    void eachContainerIsALineOfJson() {
        assertThat(judge("--json")).isZero();
        assertThat(said.toString().lines()).hasSize(4);
        assertThat(said.toString().lines().toList().getLast()).contains("\"id\":\"s1\"", "\"verdict\":\"usable\"",
                "\"deadline\":\"2026-03-02T11:50:00Z\"", "\"deadlineBy\":\"budget:total\"",
                "\"from\":{\"kind\":\"vial\",\"id\":\"v1\"}",
                "\"15..25\":{\"minMinutes\":20,\"maxMinutes\":20}");
    }

    @Test
    void eventsMayBeAListToo() throws IOException {
        Path events = folder.resolve("events.jsonl");
        judge("--json");
        String lines = said.toString();
        said.getBuffer().setLength(0);
        Files.writeString(events, "[" + String.join(",\n", Files.readAllLines(events)) + "]\n");
        assertThat(judge("--json")).isZero();
        assertThat(said.toString()).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
            events.jsonl  | "kind": "diluted"  | "kind": "opened"   | events.jsonl, | 2 | opened
            events.jsonl  | "equipment"        | "equipement"       | events.jsonl, | 1 | equipement
            events.jsonl  | "event": "d2"      | "event": "d9"      | events.jsonl  | d9 | d9
            events.jsonl  | "by": "IDE Petit", | "by": " ",         | events.jsonl, | 6 | 'by, reason'
            events.jsonl  | 08:00:00+01:00     | 8 Uhr              | events.jsonl, | 1 | 8 Uhr
            events.jsonl  | "8..15": 20        | "warm": 20         | events.jsonl, | 1 | warm
            events.jsonl  | "8..15": 20        | "8..15": -1        | events.jsonl, | 1 | -1
            events.jsonl  | "event": "d2"      | "vial": "v9"       | events.jsonl  | voided | v9
            events.jsonl  | "event": "d2"      | "vial": "v1", "step": "thawed" | events.jsonl | voided | thawed
            events.jsonl  | "kind": "voided", "event": "d2" | "kind": "dated", "event": "d2" | events.jsonl | 6 | reason
            events.jsonl  | "id": "d2"         | "id": "d1"         | events.jsonl, | 5 | d1
            events.jsonl  | 2026-03-02T08:00   | +99999-03-02T08:00 | events.jsonl, | 1 | 2999
            events.jsonl  | 2026-12            | 3026-12-31         | events.jsonl, | 1 | 2999
            events.jsonl  | "8..15": 20        | "8..15": 1e2147483647 | events.jsonl, | 1 | 999999999
            readings.csv  | 2026-03-02T08:30   | +99999-03-02T08:30 | readings.csv, | 3 | 2999
            profile.json  | "Dr Martin"        | ""                 | profile.json  | validation.by | validation
            profile.json  | "PT6H"             | "P999999999999D"   | profile.json  | lasts | P36525D
            readings.csv  | ,4.8               | ,4,8               | readings.csv, | 3 | time,where,celsius
            readings.csv  | ,4.8               | ,warm              | readings.csv, | 3 | warm
            readings.csv  | ,4.8               | ,999               | readings.csv, | 3 | 999
            readings.csv  | 08:30:00+01:00     | 08:30              | readings.csv, | 3 | 2026-03-02T08:30
            profile.json  | "PT30M"            | "30m"              | profile.json  | unobserved | 30m
            profile.json  | "always"           | "sometimes"        | profile.json  | budgets | sometimes
            """)
    void badInputIsOneLineThatNamesFileLineAndValue(
            String file, String good, String bad, String name, String where, String what) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(good);
        int last = text.lastIndexOf(good); // the correction at the end has a name and a reason
        String changed = good.startsWith("\"by\"")
                ? text.substring(0, last) + bad + text.substring(last + good.length())
                : text.replaceFirst(Pattern.quote(good), bad);
        Files.writeString(folder.resolve(file), changed);
        assertThat(judge()).isEqualTo(2);
        assertThat(wrong.toString()).contains(name, where, what).hasLineCount(1);
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void aTimeBeforeEverythingIsSaidToHaveNothingToJudge() {
        assertThat(judge("--now", "2020-01-01T00:00:00Z")).isEqualTo(2);
        assertThat(wrong.toString()).contains("2020-01-01T00:00:00Z", "--now").hasLineCount(1);
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void anOptionOutsideItsLimitsIsOneLine() {
        for (String[] option : new String[][]{{"--now", "+99999-03-02T08:00:00Z"}, {"--forecast", "1e300"},
            {"--max-gap", "0m"}}) {
            wrong.getBuffer().setLength(0);
            assertThat(judge(option)).isEqualTo(2);
            assertThat(wrong.toString()).as(option[0]).hasLineCount(1);
        }
    }

    @Test
    void aMissingFileOrTimeIsNamed() {
        assertThat(judge("--now", "noon")).isEqualTo(2);
        assertThat(wrong.toString()).contains("noon", "2026-03-02T08:00:00+01:00").hasLineCount(1);
        wrong.getBuffer().setLength(0);
        assertThat(judge("--events", "nowhere.jsonl")).isEqualTo(2);
    }
}
