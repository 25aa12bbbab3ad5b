package org.gardefroid.edge.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gardefroid.testbed.process.ProjectFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The package's own script, with versions that are folders and a systemd that asks the folder whether it comes up. */
class UpdateTest {

    private static final String SYSTEMD = """
            #!/bin/sh
            echo "$*" >> "$(dirname "$0")/told"
            case "$1" in
              is-active) [ -e "$GARDEFROID_AGENT_HOME/lib/comes-up" ] ;;
              show) wc -l < "$GARDEFROID_AGENT_HOME/lib/restarts" ;;
            esac
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void systemd() throws IOException {
        Path systemctl = Files.writeString(folder.resolve("systemctl"), SYSTEMD);
        assertThat(systemctl.toFile().setExecutable(true)).isTrue();
        version("1", true);
    }

    @Test
    void aNewVersionThatComesUpStays() throws IOException, InterruptedException {
        assertThat(update("keep")).isZero();
        version("2", true);
        assertThat(update("check")).isZero();
        assertThat(running()).isEqualTo("2");
    }

    @Test
    void aNewVersionThatDoesNotComeUpGivesWayToTheFormerOne() throws IOException, InterruptedException {
        assertThat(update("keep")).isZero();
        version("2", false);
        assertThat(update("check")).isEqualTo(3);
        assertThat(running()).isEqualTo("1");
        assertThat(folder.resolve("agent.failed/lib/version")).hasContent("2");
        assertThat(folder.resolve("told")).content().endsWith("restart gardefroid-agent.service\n");
    }

    @Test
    void aVersionThatIsNotHealthyIsNotKeptAsTheFormerOne() throws IOException, InterruptedException {
        assertThat(update("keep")).isZero();
        version("2", false);
        assertThat(update("keep")).isZero();
        version("3", false);
        assertThat(update("check")).isEqualTo(3);
        assertThat(running()).isEqualTo("1");
    }

    @Test
    void withoutAFormerVersionTheNewOneStaysAndThatIsSaid() throws IOException, InterruptedException {
        version("2", false);
        assertThat(update("check")).isEqualTo(4);
        assertThat(running()).isEqualTo("2");
    }

    private void version(String version, boolean comesUp) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("agent/lib"));
        Files.writeString(lib.resolve("version"), version);
        Files.writeString(lib.resolve("restarts"), "");
        Files.deleteIfExists(lib.resolve("comes-up"));
        if (comesUp) {
            Files.writeString(lib.resolve("comes-up"), "");
        }
    }

    private String running() throws IOException {
        return Files.readString(folder.resolve("agent/lib/version"));
    }

    private int update(String what) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("sh",
                ProjectFolder.module("edge-agent").resolve("src/deb/files/update").toString(), what)
                .redirectErrorStream(true);
        script.environment().putAll(Map.of("GARDEFROID_AGENT_HOME", folder.resolve("agent").toString(),
                "GARDEFROID_AGENT_FORMER", folder.resolve("former").toString(), "SYSTEMCTL",
                folder.resolve("systemctl").toString(), "GARDEFROID_PATIENCE", "1", "GARDEFROID_STEADY", "1",
                "GARDEFROID_PAUSE", "1"));
        Process run = script.start();
        System.out.print(new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return run.waitFor();
    }
}
