package org.gardefroid.system.enrolment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packages that follow one another by dpkg itself in a Debian 13 folder, with somebody who answers for systemd: whether what is
 * there comes up is said by the launcher. CONTRIBUTING.md says how such a folder is made.
 */
@EnabledIfEnvironmentVariable(named = "GARDEFROID_DEBIAN", matches = "/.+")
class UpdatedPackageTest {

    private static final String FORMER = "/var/lib/gardefroid-agent-former/update";
    private static final String UNIT = "usr/lib/systemd/system/gardefroid-agent.service";
    private static final String LAUNCHER = "usr/lib/gardefroid-agent/gardefroid-agent";
    private static final String BROKEN = "#!/bin/sh\nexit 1 # broken\n";

    private static final String SYSTEMD = """
            #!/bin/sh
            case "$1" in
              is-active) ! grep -q broken /usr/lib/gardefroid-agent/gardefroid-agent ;;
              show) echo 0 ;;
            esac
            """;

    private final Path debian = Path.of(Objects.requireNonNullElse(System.getenv("GARDEFROID_DEBIAN"), "/nowhere"));
    private final Path systemctl = debian.resolve("usr/local/bin/systemctl");

    @BeforeEach
    void thePackageIsInstalledAndRuns() throws IOException, InterruptedException {
        assertThat(in("dpkg", "--force-confold", "-i", "/tmp/agent.deb")).isZero();
        Files.createDirectories(debian.resolve("run/systemd/system"));
        Files.writeString(systemctl, SYSTEMD);
        assertThat(systemctl.toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void thePackageIsAsItWas() throws IOException, InterruptedException {
        Files.deleteIfExists(systemctl);
        Files.deleteIfExists(debian.resolve("run/systemd/system"));
        in("sh", "-c",
                "rm -rf /tmp/next /tmp/next.deb " + FORMER + " /etc/systemd/system/*/gardefroid-agent-update.service");
        assertThat(in("dpkg", "--force-confold", "-i", "/tmp/agent.deb")).isZero();
    }

    @Test
    void aPowerCutWhileANewPackageIsOnTrialLeavesTheDecisionToTheNextBootWhichPutsTheFormerOneBackWhole()
            throws IOException, InterruptedException {
        String unit = Files.readString(debian.resolve(UNIT));
        String launcher = Files.readString(debian.resolve(LAUNCHER));
        List<String> libraries = libraries();
        install("0.2", BROKEN);
        assertThat(Files.readString(debian.resolve(LAUNCHER))).isEqualTo(BROKEN);
        assertThat(Files.readString(debian.resolve(UNIT))).isNotEqualTo(unit);
        assertThat(debian.resolve("var/lib/gardefroid-agent-former/state")).hasContent("trial 0");

        assertThat(atTheNextBoot()).isEqualTo(3);
        assertThat(Files.readString(debian.resolve(LAUNCHER))).isEqualTo(launcher);
        assertThat(Files.readString(debian.resolve(UNIT))).isEqualTo(unit);
        assertThat(libraries()).isEqualTo(libraries);
        assertThat(debian.resolve("etc/systemd/system/gardefroid-agent-update.service")).doesNotExist();

        install("0.3", launcher);
        assertThat(atTheNextBoot()).isZero();
        assertThat(libraries()).filteredOn(name -> name.startsWith("edge-agent")).containsExactly("edge-agent-0.3.jar");
    }

    /** What the unit starts that stands in {@code /etc} until something is decided. */
    private int atTheNextBoot() throws IOException, InterruptedException {
        String command = Files.readAllLines(debian.resolve(
                "etc/systemd/system/multi-user.target.wants/gardefroid-agent-update.service")).stream()
                .filter(line -> line.startsWith("ExecStart=")).findFirst().orElseThrow().substring(10);
        return in("sh", "-c", "GARDEFROID_PATIENCE=2 GARDEFROID_STEADY=2 " + command);
    }

    /** The installed package once more, as another version with another unit, another launcher and a library of its version. */
    private void install(String version, String launcher) throws IOException, InterruptedException {
        assertThat(in("sh", "-ec", """
                rm -rf /tmp/next; dpkg-deb -R /tmp/agent.deb /tmp/next; cd /tmp/next
                sed -i 's/^Version: .*/Version: %1$s/' DEBIAN/control
                echo '# of %1$s' >> %2$s
                mv usr/lib/gardefroid-agent/lib/edge-agent-*.jar usr/lib/gardefroid-agent/lib/edge-agent-%1$s.jar
                """.formatted(version, UNIT))).isZero();
        Files.writeString(debian.resolve("tmp/next").resolve(LAUNCHER), launcher);
        assertThat(in("dpkg-deb", "-Zgzip", "-z1", "-b", "/tmp/next", "/tmp/next.deb")).isZero();
        assertThat(in("dpkg", "--force-confold", "-i", "/tmp/next.deb")).isZero();
    }

    private List<String> libraries() throws IOException {
        try (Stream<Path> files = Files.list(debian.resolve("usr/lib/gardefroid-agent/lib"))) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    private int in(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("chroot", debian.toRealPath().toString()));
        all.addAll(List.of(command));
        ProcessBuilder process = new ProcessBuilder(all).redirectErrorStream(true);
        process.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin");
        Process run = process.start();
        System.out.print(new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return run.waitFor();
    }
}
