package org.gardefroid.system.enrolment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gardefroid.testbed.process.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The package as it is installed in a Debian 13 folder: enrolled there, started there on simulated hardware as its own user,
 * and heard by the one who stands in for systemd. CONTRIBUTING.md says how such a folder is made.
 */
@EnabledIfEnvironmentVariable(named = "GARDEFROID_DEBIAN", matches = "/.+")
class InstalledPackageTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Prints what systemd would hear. */
    private static final String LISTENER = """
            import os, socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1])
            os.chmod(sys.argv[1], 0o777)
            print('listening', flush=True)
            while True:
                print(s.recv(4096).decode().replace(chr(10), ' '), flush=True)
            """;

    private final Path debian = Path.of(Objects.requireNonNullElse(System.getenv("GARDEFROID_DEBIAN"), "/nowhere"));

    @TempDir
    private Path folder;

    @Test
    void isEnrolledByItsCommandThenStartsOnSimulatedHardwareAndFeedsTheWatchdog() throws Exception {
        Path settings = debian.resolve("etc/gardefroid-agent/agent.properties");
        Files.writeString(settings, """
                folder = /var/lib/gardefroid-agent
                page.port = 18088
                sample.every = 200ms
                record.every = 200ms
                probe.box-7-product = simulated box product
                simulated.box = coolbox 2
                """);
        Path socket = debian.resolve("tmp/notify");
        Files.deleteIfExists(socket);
        Process systemd = new ProcessBuilder("/usr/bin/python3", "-c", LISTENER, socket.toString()).start();
        List<String> heard = new ArrayList<>();
        try (Hospital hospital = Hospital.open(folder);
                BufferedReader said = new BufferedReader(
                        new InputStreamReader(systemd.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("listening");
            Path authority = debian.resolve("tmp/authority.pem");
            Files.write(authority, Files.readAllBytes(hospital.site().authority().certificate()));
            Files.setPosixFilePermissions(authority, PosixFilePermissions.fromString("rw-r--r--"));
            ChildProcess enrolling = hospital.start(in("gardefroid-agent", "enrol", hospital.code(), "--service",
                    hospital.service(), "--authority", "/tmp/authority.pem"));
            hospital.decide(enrolling, "approve");
            assertThat(enrolling.awaitExit(SOON)).as(enrolling.lines().toString()).isZero();
            assertThat(Files.getOwner(debian.resolve("var/lib/gardefroid-agent/identity/enrolled")).getName())
                    .isEqualTo(Files.getOwner(debian.resolve("var/lib/gardefroid-agent")).getName())
                    .isNotEqualTo("root");

            ChildProcess agent = hospital.start(in("runuser", "-u", "gardefroid", "--", "env",
                    "NOTIFY_SOCKET=/tmp/notify", "WATCHDOG_USEC=4000000", "gardefroid-agent", "run"));
            await().atMost(SOON).until(() -> hospital.count("SELECT count(*) FROM reading") > 10);
            for (int line = 0; line < 5; line++) {
                heard.add(said.readLine());
            }
            agent.stop();
        } finally {
            systemd.destroyForcibly();
        }
        assertThat(heard.getFirst()).isEqualTo("READY=1 WATCHDOG=1");
        assertThat(heard).contains("WATCHDOG=1")
                .anyMatch(line -> line.startsWith("STATUS=linked by mqtts://localhost"));
    }

    private List<String> in(String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of("chroot", debian.toRealPath().toString()));
        all.addAll(List.of(command));
        return all;
    }
}
