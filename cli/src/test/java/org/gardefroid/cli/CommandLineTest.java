package org.gardefroid.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person did wrong is one line that says what, and exit code 2. */
class CommandLineTest {

    private final StringWriter said = new StringWriter();

    @Test
    void anUnknownOptionIsNamed() {
        assertThat(run("demo", "--fast")).isEqualTo(2);
        assertThat(said.toString()).contains("--fast").hasLineCount(1);
    }

    @Test
    void aDurationThatIsNoneIsShownWithItsForms() {
        assertThat(run("demo", "--headless", "--duration", "soon")).isEqualTo(2);
        assertThat(said.toString()).contains("soon", "150s").doesNotContain("Invalid").hasLineCount(1);
    }

    @Test
    void aPortThatDoesNotExistIsNamedWithItsRange() {
        assertThat(run("demo", "--port", "123456")).isEqualTo(2);
        assertThat(said.toString()).contains("123456", "65535").hasLineCount(1);
    }

    @Test
    void aPortInUseIsNamedWithAnotherThatIsFree() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("demo", "--port", Integer.toString(taken.getLocalPort()))).isEqualTo(2);
            assertThat(said.toString()).contains(Integer.toString(taken.getLocalPort()), "--port").hasLineCount(1);
        }
    }

    @Test
    void aFullDiskIsSaidInALine() {
        var full = new IllegalStateException("it ended with 1\ninitdb: No space left on device",
                new IOException("exit"));
        assertThat(Gardefroid.diskFull(new IllegalStateException("not started", full)))
                .contains("initdb: No space left on device");
        assertThat(Gardefroid.diskFull(new IOException("exit"))).isEmpty();
    }

    @Test
    void headlessNeedsADuration() {
        assertThat(run("demo", "--headless")).isEqualTo(2);
        assertThat(said.toString()).contains("--duration").hasLineCount(1);
    }

    @Test
    void aReplayedFileThatIsNotThereIsNamed() {
        assertThat(run("replay", "--file", "nowhere.csv", "--time-column", "t", "--value-column", "v")).isEqualTo(2);
        assertThat(said.toString()).contains("nowhere.csv").hasLineCount(1);
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAre(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("f.csv"), "time,celsius\n2026-11-22T06:00:00Z,4.6\n");
        assertThat(run("replay", "--file", file.toString(), "--time-column", "time", "--value-column", "v"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("v", "celsius").hasLineCount(1);
    }

    @Test
    void aFileWithoutAUsableRowIsRefusedBeforeAnythingIsStarted(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("f.csv"), "time,celsius\n2026-11-22T06:00:00Z,\n,4.6\n");
        assertThat(run("replay", "--file", file.toString(), "--time-column", "time", "--value-column", "celsius"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("f.csv", "celsius").hasLineCount(1);
    }

    @Test
    void eachCommandSaysInTheListWhatItIsFor() {
        var usage = Gardefroid.commandLine().getUsageMessage();
        assertThat(usage.lines().map(String::strip)).doesNotHaveDuplicates();
        assertThat(usage).contains("replay", "demo", "bench").doesNotContain("Show this help");
    }

    @Test
    void aPresetThatIsNotThereIsNamedWithThoseThatAre(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("f.csv"), "time,celsius\n2026-11-22T06:00:00Z,4.6\n");
        assertThat(run("replay", "--file", file.toString(), "--time-column", "time", "--value-column", "celsius",
                "--preset", "sauna")).isEqualTo(2);
        assertThat(said.toString()).contains("sauna", "cool-box-2-8").hasLineCount(1);
    }

    @Test
    void aBoxThatNobodyWatchesHasToKnowWhenToEndAndItsLanguage() {
        assertThat(run("box", "--headless")).isEqualTo(2);
        assertThat(said.toString()).contains("--duration 60s").hasLineCount(1);
        assertThat(run("box", "--headless", "--duration", "5s", "--language", "de")).isEqualTo(2);
        assertThat(said.toString()).contains("--language de", "fr, en").hasLineCount(2);
    }

    @Test
    void lotsWithoutAnythingToDoNamesWhatThereIs() {
        assertThat(run("lots")).isEqualTo(2);
        assertThat(said.toString()).contains("list", "enter", "move", "thaw", "take-out").hasLineCount(1);
    }

    @Test
    void aServiceThatIsNotThereIsNamed(@TempDir Path folder) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "secret");
        assertThat(run("lots", "list", "--account", "claire", "--password-file", password.toString(), "--service",
                "http://localhost:1")).isEqualTo(2);
        assertThat(said.toString()).contains("http://localhost:1", "--service").hasLineCount(1);
    }

    @Test
    void whereNobodySitsAPasswordIsNotAskedForButItsFileIsNamed() {
        assertThat(run("lots", "list", "--account", "claire", "--service", "http://localhost:1")).isEqualTo(2);
        assertThat(said.toString()).contains("--password-file").hasLineCount(1);
    }

    @Test
    void theBenchTakesOptionsThatAreItsOwn() {
        assertThat(Gardefroid.commandLine().parseArgs("bench", "ingest", "--json").subcommand().unmatched())
                .containsExactly("--json");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Gardefroid.commandLine();
        commandLine.setErr(new PrintWriter(said, true));
        return commandLine.execute(arguments);
    }
}
