package org.gardefroid.testbed.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class ChildProcessTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void itsReadyLineIsFoundAndItsLogHoldsWhatItSaid() {
        try (var child = ChildProcess.start(chatter("ready"), log())) {
            assertThat(child.awaitLine("chatter ready", SOON)).isEqualTo("chatter ready port=1");
            assertThat(child.log()).content().contains("chatter ready port=1");
            assertThat(child.isAlive()).isTrue();
        }
    }

    @Test
    void oneThatEndsInsteadSaysWhy() {
        try (var child = ChildProcess.start(chatter("fails"), log())) {
            assertThatThrownBy(() -> child.awaitLine("chatter ready", SOON)).isInstanceOf(ProcessFailure.class)
                    .hasMessageContaining("it ended with 3").hasMessageContaining("the disk is full");
        }
    }

    @Test
    void aCtrlCInTheTerminalDoesNotReachIt() throws IOException {
        try (var child = ChildProcess.start(chatter("ready"), log())) {
            child.awaitLine("chatter ready", SOON);
            String stat = Files.readString(Path.of("/proc", Long.toString(child.pid()), "stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");

            assertThat(afterName[3]).as("its session is its own").isEqualTo(Long.toString(child.pid()));
        }
    }

    @Test
    void theWaitIsBounded() {
        try (var child = ChildProcess.start(chatter("ready"), log())) {
            child.awaitLine("chatter ready", SOON);
            assertThatThrownBy(() -> child.awaitLine("something else", Duration.ofMillis(50)))
                    .hasMessageContaining("no sign of a line \"something else…\"");
        }
    }

    @Test
    void stopLetsItSayGoodbyeAndKill9DoesNot() {
        var stopped = ChildProcess.start(chatter("stubborn"), log());
        stopped.awaitLine("chatter ready", SOON);
        stopped.stop();
        assertThat(stopped.isAlive()).isFalse();
        stopped.awaitLine("chatter says goodbye", SOON);

        var killed = ChildProcess.start(chatter("stubborn"), folder.resolve("killed.log"));
        killed.awaitLine("chatter ready", SOON);
        killed.kill9();
        assertThat(killed.isAlive()).isFalse();
        assertThat(killed.lines()).noneMatch(line -> line.contains("goodbye"));
    }

    @Test
    void nothingIsLeftBehindByAKilledParent() {
        var parent = ChildProcess.start(chatter("parent", folder.resolve("grandchild.log").toString()), log());
        long grandchild = Long.parseLong(parent.awaitLine("child ", SOON).substring("child ".length()));
        assertThat(ProcessHandle.of(grandchild)).hasValueSatisfying(handle -> assertThat(handle.isAlive()).isTrue());

        parent.kill9();

        await().atMost(SOON).until(() -> ProcessHandle.of(grandchild).filter(ProcessHandle::isAlive).isEmpty());
    }

    static List<String> chatter(String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Chatter.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Path log() {
        return folder.resolve("child.log");
    }
}
