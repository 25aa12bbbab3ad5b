package org.gardefroid.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole box, a process of its own, moved by a script. */
class TrainingBoxTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void tellsTheLidTheVialTheProbeTheClockAndAHungLoopByLightSoundAndDisplay() throws IOException {
        List<String> lines = lines("""
                2m dose
                3m lid open
                10m lid closed
                11m tipped
                12m upright
                13m probe pulled
                15m probe back
                17m clock 1970
                """, "21m");

        assertThat(lines).anyMatch(line -> line.endsWith("light GREEN"))
                .anyMatch(line -> line.contains("vial 1: 1 h")).anyMatch(line -> line.contains("lid open"))
                .anyMatch(line -> line.contains("VIALS TIPPED OVER")).anyMatch(line -> line.endsWith("sound ▬ ▬ ▬"))
                .anyMatch(line -> line.contains("no temperature"))
                .anyMatch(line -> line.contains("vials: time left? | watched, no clock"));
        assertThat(lines.getLast()).contains("NOT WATCHED");
    }

    @Test
    void tellsABlowABatteryThatRunsDownACalibrationThatIsDueAndWhatWasScanned() throws IOException {
        List<String> lines = lines("""
                2m scan (01)02000000000022(17)401231(10)EX1(21)7
                3m scan (01)02000000000022(17)401231(10)AUTRE
                5m scan (01)02000000000022(17)250131(10)EX1
                7m scan v-ailleurs
                9m scan (01)02000000000015(17)401231(10)EX2
                11m calibration due
                12m calibration renewed
                13m struck
                14m battery draining
                """, "25m");

        assertThat(lines).anyMatch(line -> line.matches(".*vial 1: (6 h 00|5 h 5\\d).*"))
                .anyMatch(line -> line.contains("scan: OTHER LOT")).anyMatch(line -> line.contains("scan: LOT EXPIRED"))
                .anyMatch(line -> line.contains("scan: OPENED BEFORE"))
                .anyMatch(line -> line.contains("scan: which step?"))
                .anyMatch(line -> line.contains("calibration")).anyMatch(line -> line.contains("STRUCK"))
                .anyMatch(line -> line.contains("BATTERY LOW")).anyMatch(line -> line.endsWith("light RED"));
    }

    @Test
    void aMistakeInTheScriptIsToldAndEndsWithTwo() throws IOException {
        ChildProcess box = start(Files.writeString(folder.resolve("script"), "1s lid ajar\n"), "20s");

        assertThat(box.awaitExit(SOON)).isEqualTo(2);
        assertThat(box.lines()).anyMatch(line -> line.contains("line 1") && line.contains("lid ajar"));
    }

    private List<String> lines(String script, String duration) throws IOException {
        ChildProcess box = start(Files.writeString(folder.resolve("script"), script), duration);
        assertThat(box.awaitExit(SOON)).isZero();
        return box.lines();
    }

    private ChildProcess start(Path script, String duration) {
        return ChildProcess.start(JavaProgram.of("edge-agent", "org.gardefroid.edge.TrainingBox")
                .jvm("-XX:+UseSerialGC", JavaProgram.QUICK_START, "-Xmx64m")
                .with("--folder", folder.resolve("box"), "--language", "en", "--headless", "--duration", duration,
                        "--speed", 100, "--script", script, "--port", 0),
                folder.resolve("log"));
    }
}
