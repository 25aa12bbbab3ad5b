package org.gardefroid.edge.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SupervisorTest {

    /** Listens as systemd does; Python has what the JDK lacks. */
    private static final String LISTENER = """
            import socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1])
            s.settimeout(30)
            print('listening', flush=True)
            for _ in range(4):
                print(s.recv(4096).decode().replace(chr(10), ' '), flush=True)
            """;

    static boolean hasPython() {
        return Files.isExecutable(Path.of("/usr/bin/python3"));
    }

    @Test
    @EnabledIf(value = "hasPython", disabledReason = "no /usr/bin/python3 to listen with")
    void theFirstRoundSaysReadyAndThenFourSignsAreGivenWithinTheLimit(@TempDir Path folder) throws IOException {
        Path socket = folder.resolve("notify");
        Process systemd = new ProcessBuilder("/usr/bin/python3", "-c", LISTENER, socket.toString()).start();
        try (var heard = systemd.inputReader(StandardCharsets.UTF_8)) {
            assertThat(heard.readLine()).isEqualTo("listening");
            AtomicLong clock = new AtomicLong(1_000);
            Supervisor supervisor = Supervisor.of(
                    Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", "30000000"), clock::get);

            supervisor.lives();
            supervisor.lives();
            clock.addAndGet(7_500);
            supervisor.lives();
            supervisor.status("linked by mqtts://broker:8883");
            supervisor.status("linked by mqtts://broker:8883");
            supervisor.stops();

            assertThat(heard.readLine()).isEqualTo("READY=1 WATCHDOG=1");
            assertThat(heard.readLine()).isEqualTo("WATCHDOG=1");
            assertThat(heard.readLine()).isEqualTo("STATUS=linked by mqtts://broker:8883");
            assertThat(heard.readLine()).isEqualTo("STOPPING=1");
        } finally {
            systemd.destroyForcibly();
        }
    }

    @Test
    void withoutASupervisorNothingIsSaid() {
        Supervisor supervisor = Supervisor.of(Map.of(), () -> 0);
        supervisor.lives();
        supervisor.stops();
        assertThat(UnixDatagram.send("/nowhere/at/all", new byte[1])).isFalse();
    }
}
