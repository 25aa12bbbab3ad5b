package org.gardefroid.system.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packages that follow one another by dpkg itself in a Debian 13 folder, with somebody who answers for systemd: whether what is
 * there comes up is said by the launcher.
 */
@EnabledIfEnvironmentVariable(named = "GARDEFROID_DEBIAN", matches = "/.+")
class UpdatedPackageTest {

    private static final String BROKEN = "#!/bin/sh\nexit 1 # broken\n";

    private static final String SYSTEMD = """
            #!/bin/sh
            case "$1" in
              is-active) ! grep -q broken /usr/lib/gardefroid-agent/gardefroid-agent ;;
              show) echo 0 ;;
              is-system-running) echo running ;;
            esac
            """;

    private final DebianFolder debian = DebianFolder.ofTheEnvironment();
    private final Path systemctl = debian.path("usr/local/bin/systemctl");

    @BeforeEach
    void thePackageIsInstalledAndRuns() throws IOException, InterruptedException {
        debian.install();
        Files.createDirectories(debian.path("run/systemd/system"));
        Files.writeString(systemctl, SYSTEMD);
        assertThat(systemctl.toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void thePackageIsAsItWas() throws IOException, InterruptedException {
        Files.deleteIfExists(systemctl);
        Files.deleteIfExists(debian.path("run/systemd/system"));
        debian.clear();
    }

    @Test
    void aPowerCutWhileANewPackageIsOnTrialLeavesTheDecisionToTheNextBootWhichPutsTheFormerOneBackWhole()
            throws IOException, InterruptedException {
        String unit = debian.text(DebianFolder.UNIT);
        String launcher = debian.text(DebianFolder.LAUNCHER);
        List<String> libraries = debian.libraries();
        install("0.2", BROKEN);
        assertThat(debian.text(DebianFolder.LAUNCHER)).isEqualTo(BROKEN);
        assertThat(debian.text(DebianFolder.UNIT)).isNotEqualTo(unit);
        assertThat(debian.path(DebianFolder.STATE)).hasContent("trial 0");

        assertThat(atTheNextBoot()).isEqualTo(3);
        assertThat(debian.text(DebianFolder.LAUNCHER)).isEqualTo(launcher);
        assertThat(debian.text(DebianFolder.UNIT)).isEqualTo(unit);
        assertThat(debian.libraries()).isEqualTo(libraries);
        assertThat(debian.path("etc/systemd/system/gardefroid-agent-update.service")).doesNotExist();

        install("0.3", launcher);
        assertThat(atTheNextBoot()).isZero();
        assertThat(debian.libraries()).filteredOn(name -> name.startsWith("edge-agent"))
                .containsExactly("edge-agent-0.3.jar");
    }

    private void install(String version, String launcher) throws IOException, InterruptedException {
        assertThat(debian.in("dpkg", "--force-confold", "-i", debian.another(version, launcher))).isZero();
    }

    /** What the unit starts that stands in {@code /etc} until something is decided. */
    private int atTheNextBoot() throws IOException, InterruptedException {
        String command = debian.text("etc/systemd/system/multi-user.target.wants/gardefroid-agent-update.service")
                .lines().filter(line -> line.startsWith("ExecStart=")).findFirst().orElseThrow().substring(10);
        return debian.in("sh", "-c", "GARDEFROID_PATIENCE=2 GARDEFROID_STEADY=2 " + command);
    }
}
