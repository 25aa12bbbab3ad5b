package org.gardefroid.system.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;
import org.gardefroid.testbed.process.ProjectFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RehearsalTest {

    private final JavaProgram program = JavaProgram.of("testbed", "org.gardefroid.testbed.broker.BrokerProgram")
            .with("--prot", 1);
    private final Path kept = ProjectFolder.module("testbed").resolve("target/rehearsal.aot");

    @TempDir
    Path folder;

    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(kept);
    }

    @Test
    void aProgramThatWasRehearsedStartsFromWhatWasKeptAndSaysTheSame() throws IOException {
        assertThat(program.rehearsed()).isEqualTo(program);
        List<String> said = said(program);
        assertThat(said(program.rehearsing())).containsAll(said);
        assertThat(program.rehearsed().command()).contains("-XX:AOTCache=" + kept);
        assertThat(said(program.rehearsed().jvm("-XX:AOTMode=on"))).isEqualTo(said);
    }

    @Test
    void whatARehearsalOfAnotherBuildKeptIsPassedOverInSilence() throws IOException {
        List<String> said = said(program);
        Files.writeString(kept, "not of this build");
        assertThat(said(program.rehearsed())).isEqualTo(said);
    }

    private List<String> said(JavaProgram program) throws IOException {
        try (ChildProcess child = ChildProcess.start(program, Files.createTempFile(folder, "said", ".log"))) {
            assertThat(child.awaitExit(Duration.ofSeconds(60))).isEqualTo(2);
            return Files.readAllLines(child.log());
        }
    }
}
