package org.gardefroid.edge.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The package's own script, with versions that are folders and a systemd that asks the folder whether it comes up. */
class UpdateTest {

    private static final int DECIDED_TO_GO_BACK = 3;

    /** More steps than the longest way through the script has: past it, nothing was cut. */
    private static final int MOST_STEPS = 80;

    @TempDir
    private Path folder;

    private InstalledFolder box = new InstalledFolder(Path.of("/nowhere"));

    @BeforeEach
    void theFirstVersionRuns() throws IOException {
        box = new InstalledFolder(folder);
        box.version("1", true);
    }

    @Test
    void aNewVersionThatComesUpStays() throws IOException, InterruptedException {
        updateTo("2", true);
        assertThat(box.update("check")).isZero();
        assertThat(box.versions()).containsOnly("2");
        assertThat(box.isWatchedAtBoot()).isFalse();
    }

    @Test
    void aNewVersionThatDoesNotComeUpGivesWayToTheFormerOne() throws IOException, InterruptedException {
        updateTo("2", false);
        assertThat(box.update("check")).isEqualTo(DECIDED_TO_GO_BACK);
        assertThat(folder.resolve("usr/lib/gardefroid-agent.failed/lib/version")).hasContent("2");
        assertThat(box.systemdWasTold()).endsWith("daemon-reload", "--no-block restart gardefroid-agent.service");
        assertThat(box.isWatchedAtBoot()).isFalse();
    }

    @Test
    void withTheProgramItsUnitItsScriptItsRulesAndItsSettingsComeBack() throws IOException, InterruptedException {
        updateTo("2", false);
        assertThat(box.versions()).hasSize(InstalledFolder.PARTS.size()).containsOnly("2");
        box.update("check");
        assertThat(box.versions()).containsOnly("1");
    }

    @Test
    void aVersionThatIsNotHealthyIsNotKeptAsTheFormerOne() throws IOException, InterruptedException {
        updateTo("2", false);
        box.update("forget");
        updateTo("3", false);
        assertThat(box.update("check")).isEqualTo(DECIDED_TO_GO_BACK);
        assertThat(box.versions()).containsOnly("1");
    }

    @Test
    void whatCameUpHealthyIsTheFormerOneThoughItIsStoppedAtTheNextUpdate() throws IOException, InterruptedException {
        updateTo("2", true);
        assertThat(box.update("check")).isZero();
        box.version("2", false);
        updateTo("3", false);
        assertThat(box.update("check")).isEqualTo(DECIDED_TO_GO_BACK);
        assertThat(box.versions()).containsOnly("2");
    }

    @Test
    void aVersionThatIsOnTrialItselfIsNotKeptAsTheFormerOne() throws IOException, InterruptedException {
        updateTo("2", true);
        updateTo("3", false);
        assertThat(box.update("check")).isEqualTo(DECIDED_TO_GO_BACK);
        assertThat(box.versions()).containsOnly("1");
    }

    @Test
    void withoutAFormerVersionTheNewOneStaysAndThatIsSaid() throws IOException, InterruptedException {
        box.version("1", false);
        updateTo("2", false);
        assertThat(box.update("check")).isEqualTo(4);
        assertThat(box.versions()).containsOnly("2");
    }

    @Test
    void aPowerCutDuringTheTrialIsFollowedByAnotherAtTheNextBoot() throws IOException, InterruptedException {
        updateTo("2", false);
        box.updateUntil("sleep", 1, "check");
        assertThat(box.versions()).containsOnly("2");
        assertThat(box.isWatchedAtBoot()).isTrue();
        assertThat(box.update("check")).isEqualTo(DECIDED_TO_GO_BACK);
        assertThat(box.versions()).containsOnly("1");
    }

    @Test
    void whileTheMachineIsShutDownNothingIsDecided() throws IOException, InterruptedException {
        updateTo("2", false); // as a healthy one looks that was stopped
        box.isSystem("stopping");
        assertThat(box.update("check")).isZero();
        assertThat(box.versions()).containsOnly("2");
        assertThat(box.isWatchedAtBoot()).isTrue();
        box.isSystem("starting");
        assertThat(box.update("check")).isEqualTo(DECIDED_TO_GO_BACK);
        assertThat(box.versions()).containsOnly("1");
    }

    @Test
    void aVersionThatTakesTheMachineDownThreeTimesIsNotTriedAgain() throws IOException, InterruptedException {
        updateTo("2", true);
        for (int boot = 1; boot <= 3; boot++) {
            box.updateUntil("sleep", 1, "check");
            assertThat(box.versions()).containsOnly("2");
        }
        assertThat(box.update("check")).isEqualTo(DECIDED_TO_GO_BACK);
        assertThat(box.versions()).containsOnly("1");
    }

    @Test
    void aPowerCutWhileFilesAreUnpackedPutsTheFormerVersionBackHoweverHealthyTheMixture()
            throws IOException, InterruptedException {
        box.update("keep");
        box.version("2", true);
        assertThat(box.update("check")).isEqualTo(DECIDED_TO_GO_BACK);
        assertThat(box.versions()).containsOnly("1");
    }

    @Test
    void whereverTheWayBackIsCutTheNextBootBringsTheFormerVersionWhole() throws IOException, InterruptedException {
        OptionalInt uncut = OptionalInt.empty();
        for (int step = 1; step <= MOST_STEPS && uncut.isEmpty(); step++) {
            box.version("1", true);
            box.update("keep");
            box.version("2", false);
            if (box.updateUntil("step", step, "check") == DECIDED_TO_GO_BACK) {
                uncut = OptionalInt.of(step);
            }
            box.update("check");
            assertThat(box.versions()).as("cut at step " + step).hasSize(InstalledFolder.PARTS.size())
                    .containsOnly("1");
            assertThat(box.isWatchedAtBoot()).isFalse();
        }
        assertThat(uncut.orElseThrow()).isGreaterThan(20);
    }

    @Test
    void whereverKeepingIsCutTheVersionThatRunsStays() throws IOException, InterruptedException {
        OptionalInt uncut = OptionalInt.empty();
        for (int step = 1; step <= MOST_STEPS && uncut.isEmpty(); step++) {
            box.version("1", true);
            if (box.updateUntil("step", step, "keep") == 0) {
                uncut = OptionalInt.of(step);
            }
            box.update("check");
            assertThat(box.versions()).as("cut at step " + step).hasSize(InstalledFolder.PARTS.size())
                    .containsOnly("1");
            updateTo("2", false);
            assertThat(box.update("check")).isEqualTo(DECIDED_TO_GO_BACK);
            assertThat(box.versions()).containsOnly("1");
        }
        assertThat(uncut).isPresent();
    }

    @Test
    void whatIsConfiguredAfterTheFormerVersionWasPutBackIsNoTrial() throws IOException, InterruptedException {
        box.update("keep");
        box.version("2", true);
        box.update("check");
        List<String> before = box.systemdWasTold();
        assertThat(box.update("begin")).isZero();
        assertThat(box.systemdWasTold()).isEqualTo(before);
        assertThat(box.versions()).containsOnly("1");
    }

    private void updateTo(String version, boolean comesUp) throws IOException, InterruptedException {
        assertThat(box.update("keep")).isZero();
        box.version(version, comesUp);
        assertThat(box.update("begin")).isZero();
    }
}
