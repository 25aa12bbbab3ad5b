package org.gardefroid.system.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.certificates.PemFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The package under systemd itself, in its hardened unit, with the current cut while a new version is on trial. */
@EnabledIfEnvironmentVariable(named = "GARDEFROID_DEBIAN", matches = "/.+")
class BootedPackageTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String DIES = "#!/bin/sh\nsleep 1\nexit 1\n";

    private final DebianFolder debian = DebianFolder.ofTheEnvironment();
    private final Path patience = debian.path("etc/systemd/system.conf.d/patience.conf");

    @TempDir
    private Path folder;

    @BeforeEach
    void aBoxIsInstalledThatHasItsCertificate() throws IOException, InterruptedException {
        assumeTrue(BootedBox.cgroups().isPresent(), "no cgroup2 on this machine");
        debian.install();
        PemFiles files = Testbed.shared().authority().client("box-7");
        put(files.certificate(), "box.pem");
        put(files.key(), "box.key");
        put(files.authority(), "authority.pem");
        Files.writeString(debian.path("etc/gardefroid-agent/agent.properties"), """
                device = box-7
                broker = localhost:1
                certificate = box.pem
                key = box.key
                authority = authority.pem
                folder = /var/lib/gardefroid-agent
                probe.box-7-product = simulated box product
                simulated.box = coolbox 2
                """);
        Files.createDirectories(patience.resolveSibling("."));
        Files.writeString(patience, "[Manager]\nDefaultEnvironment=GARDEFROID_PATIENCE=8 GARDEFROID_STEADY=4\n");
    }

    @AfterEach
    void theFolderIsAsItWas() throws IOException, InterruptedException {
        Files.deleteIfExists(patience);
        debian.clear();
    }

    @Test
    void afterAPowerCutInTheTrialTheNextBootPutsTheFormerVersionBackAndItRuns() throws Exception {
        Path cgroups = BootedBox.cgroups().orElseThrow();
        String unit = debian.text(DebianFolder.UNIT);
        String launcher = debian.text(DebianFolder.LAUNCHER);
        String next = debian.another("0.2", DIES);
        try (BootedBox box = BootedBox.boot(debian, cgroups, folder.resolve("first.log"))) {
            await().atMost(SOON).until(() -> active(box));
            assertThat(box.ask("dpkg", "--force-confold", "-i", next)).contains("Setting up gardefroid-agent (0.2)");
            await().atMost(SOON).until(() -> Files.exists(debian.path(DebianFolder.STATE))
                    && debian.text(DebianFolder.STATE).equals("trial 1\n"));
        }
        assertThat(debian.text(DebianFolder.LAUNCHER)).isEqualTo(DIES);

        try (BootedBox box = BootedBox.boot(debian, cgroups, folder.resolve("second.log"))) {
            await().atMost(SOON).until(() -> !Files.exists(debian.path(DebianFolder.STATE)));
            assertThat(debian.text(DebianFolder.LAUNCHER)).isEqualTo(launcher);
            assertThat(debian.text(DebianFolder.UNIT)).isEqualTo(unit);
            await().atMost(SOON).until(() -> active(box));
            assertThat(box.ask("journalctl", "-u", "gardefroid-agent-update", "--no-pager"))
                    .contains("does not come up healthy; back to the former one");
        }
    }

    private static boolean active(BootedBox box) throws IOException, InterruptedException {
        return box.ask("systemctl", "is-active", "gardefroid-agent").equals("active");
    }

    private void put(Path file, String name) throws IOException {
        Path into = debian.path("etc/gardefroid-agent/" + name);
        Files.write(into, Files.readAllBytes(file));
        Files.setPosixFilePermissions(into, PosixFilePermissions.fromString("rw-r--r--"));
    }
}
