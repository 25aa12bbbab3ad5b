package org.gardefroid.testbed.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.certificates.TlsContexts;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerProgramTest {

    @TempDir
    Path folder;

    @Test
    void aPortInUseIsOneLineThatSaysWhatToDo() throws Exception {
        int taken = Testbed.shared().broker().port();
        JavaProgram second = JavaProgram.of("testbed", BrokerProgram.class.getName()).jvm(JavaProgram.QUICK_START)
                .with("--folder", folder, "--port", taken);

        try (var child = ChildProcess.start(second, folder.resolve("log"))) {
            assertThat(child.awaitExit(Duration.ofSeconds(30))).isEqualTo(2);
            assertThat(Files.readAllLines(child.log())).singleElement().asString()
                    .contains("port " + taken, "choose another with --port");
        }
    }

    @Test
    void aWrongOptionIsOneLine() throws Exception {
        JavaProgram wrong = JavaProgram.of("testbed", BrokerProgram.class.getName())
                .jvm(JavaProgram.QUICK_START).with("--prot", 1);

        try (var child = ChildProcess.start(wrong, folder.resolve("log"))) {
            assertThat(child.awaitExit(Duration.ofSeconds(30))).isEqualTo(2);
            assertThat(Files.readAllLines(child.log())).singleElement().asString().contains("--folder", "--help");
        }
    }

    @Test
    void aKilledBrokerServesAgainOnTheSamePort() throws Exception {
        try (var broker = Broker.start(folder.resolve("broker"), Testbed.shared().authority())) {
            broker.kill9();
            assertThat(broker.process().isAlive()).isFalse();
            broker.restart();
            try (var device = MqttPeer.connect(broker.uri(),
                    TlsContexts.of(broker.authority().client("box-1")), "box-1")) {
                assertThat(device.isConnected()).isTrue();
            }
        }
    }
}
