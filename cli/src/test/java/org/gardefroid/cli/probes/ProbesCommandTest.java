package org.gardefroid.cli.probes;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.gardefroid.telemetry.ProbeFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class ProbesCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path root = Path.of("");

    @Test
    void eachProbeIsALineOfJsonWithItsTemperatureOrItsFault() throws IOException {
        slave("28-0416a1b2c3d4", "4b 00 4b 46 7f ff 05 10 dc", 4_687);
        slave("28-0416a1b2c3d5", "4b 00 4b 46 7f ff 05 10 00", 4_687);
        slave("28-0416a1b2c3d6", "50 05 4b 46 7f ff 0c 10 1c", 85_000);
        slave("28-0416a1b2c3d7", "00 00 00 00 00 00 00 00 00", 0);
        assertThat(run("--w1-root", root.toString(), "--json")).isZero();
        assertThat(out.toString().lines()).containsExactly("{\"id\":\"28-0416a1b2c3d4\",\"milliCelsius\":4687}",
                "{\"id\":\"28-0416a1b2c3d5\",\"fault\":\"checksum\"}",
                "{\"id\":\"28-0416a1b2c3d6\",\"fault\":\"power-on-value\"}",
                "{\"id\":\"28-0416a1b2c3d7\",\"fault\":\"shorted\"}");
    }

    @Test
    void aPersonIsToldInWords() throws IOException {
        slave("28-0416a1b2c3d4", "4b 00 4b 46 7f ff 05 10 dc", 4_687);
        slave("28-0416a1b2c3d5", "4b 00 4b 46 7f ff 05 10 00", 4_687);
        assertThat(run("--w1-root", root.toString())).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).containsPattern("28-0416a1b2c3d4 +4[,.]687 °C").contains("(checksum)");
    }

    @Test
    void noProbeIsNoErrorAndIsSaid() {
        assertThat(run("--w1-root", root.toString(), "--json")).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(said.toString()).contains(root.toString()).hasLineCount(1);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(run("--w1-root", root.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(said.toString()).contains("nowhere").hasLineCount(1);
    }

    @ParameterizedTest
    @EnumSource(ProbeFault.class)
    void everyFaultHasAText(ProbeFault fault) {
        assertThat(ResourceBundle.getBundle("org.gardefroid.edge.command.Probes", Locale.ROOT).keySet())
                .contains("fault." + fault.code());
    }

    private void slave(String id, String bytes, int milliCelsius) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve(id)).resolve("w1_slave"),
                bytes + " : crc=" + bytes.substring(24) + " YES\n" + bytes + " t=" + milliCelsius + "\n");
    }

    private int run(String... arguments) {
        var commandLine = new CommandLine(new ProbesCommand());
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(said, true));
        commandLine.setExecutionExceptionHandler((wrong, command, parsed) -> {
            command.getErr().println(wrong.getMessage());
            return 2;
        });
        return commandLine.execute(arguments);
    }
}
