package org.gardefroid.edge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.RunningBroker;
import org.gardefroid.testbed.network.ConnectProxy;
import org.gardefroid.testbed.network.ConnectProxy.Temper;
import org.gardefroid.testbed.process.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The agent as a whole in a hospital where nothing gets out but through the proxy, and that only with a password. */
class BehindProxyTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    @Test
    void whatTheAgentRecordsIsDeliveredThroughTheProxyAndTheWayIsTold() throws Exception {
        RunningBroker broker = Testbed.shared().broker();
        int closed = Ports.free();
        Files.writeString(folder.resolve("proxy.password"), "froid\n");
        try (ServicePeer service = ServicePeer.over(broker);
                AgentPrograms agents = new AgentPrograms(folder, broker);
                ConnectProxy proxy = new ConnectProxy(new Temper.Asking("Basic Ym94OmZyb2lk"))) { // box:froid
            ChildProcess agent = agents.start(agents.configuration("""
                    broker = localhost:%d, wss://localhost:%d/mqtt via localhost:%d
                    proxy.user = box
                    proxy.password-file = proxy.password
                    probe.box-product = simulated box product
                    simulated.box = coolbox 2
                    record.every = 1s
                    """.formatted(closed, broker.webSocketPort(), proxy.port())), "--until-delivered");
            await().atMost(SOON).until(() -> service.batches().size() >= 3);
            agent.stop(); // when every batch has its receipt

            assertThat(agent.lines()).anyMatch(line -> line.contains("link not up way=\"mqtts://localhost:" + closed))
                    .anyMatch(line -> line.contains("link up way=\"wss://localhost:" + broker.webSocketPort()
                            + "/mqtt via localhost:" + proxy.port()));
            assertThat(agent.lines().getLast()).matches(".*\"batchesSealed\":(\\d+),\"batchesDelivered\":\\1,.*");
            assertThat(String.join("\n", agent.lines())).doesNotContain("froid\n", "Ym94OmZyb2lk");
        }
    }
}
