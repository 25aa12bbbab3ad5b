package org.gardefroid.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gardefroid.testbed.Testbed;
import org.gardefroid.testbed.broker.Broker;
import org.gardefroid.testbed.broker.Mosquitto;
import org.gardefroid.testbed.broker.RunningBroker;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.process.ChildProcess;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The agent as a whole leans on nothing that one broker does and another does not. */
class EachBrokerTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    /** Each broker that we know how to start. */
    enum Make {
        HIVEMQ, MOSQUITTO;

        Optional<? extends RunningBroker> start(Path folder, Authority authority) {
            return switch (this) {
                case HIVEMQ -> Optional.of(Broker.start(folder, authority));
                case MOSQUITTO -> Mosquitto.start(folder, authority);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRestartOfTheBrokerLosesNothingOfWhatTheAgentPromised(Make make) throws Exception {
        Optional<? extends RunningBroker> running = make.start(folder.resolve("broker"), Testbed.shared().authority());
        assumeTrue(running.isPresent(), make + " is not installed");
        try (RunningBroker broker = running.get();
                ServicePeer service = ServicePeer.over(broker);
                AgentPrograms agents = new AgentPrograms(folder, broker)) {
            ChildProcess agent = agents.start(agents.configuration("""
                    probe.box-product = simulated box product
                    simulated.box = coolbox 2
                    record.every = 1s
                    """), "--until-delivered", "--ledger", folder.resolve("ledger"));
            await().atMost(SOON).until(() -> stored(service).size() >= 3);

            broker.kill9();
            int promised = promised().size();
            await().atMost(SOON).until(() -> promised().size() >= promised + 3); // it does not wait for a broker
            broker.restart();
            service.reconnect();
            await().atMost(SOON).until(() -> stored(service).size() >= promised + 3);
            agent.stop(); // when every batch has its receipt

            assertThat(stored(service)).containsExactlyInAnyOrderElementsOf(promised());
            assertThat(agent.lines().getLast())
                    .matches(".*\"batchesSealed\":(\\d+),\"batchesDelivered\":\\1,\"batchesRejected\":0,.*");
        }
    }

    private static List<String> stored(ServicePeer service) {
        return LedgerLines.of(service.batches());
    }

    private List<String> promised() {
        return LedgerLines.committed(folder.resolve("ledger"));
    }
}
