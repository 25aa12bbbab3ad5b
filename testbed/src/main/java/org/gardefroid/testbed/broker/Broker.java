package org.gardefroid.testbed.broker;

import java.nio.file.Path;
import java.time.Duration;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;

/** HiveMQ CE, as the demo, the tests and the bench use it. */
public final class Broker extends RunningBroker {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private Broker(Path folder, Authority authority, int port, int webSocketPort, String gateways,
            String... jvmOptions) {
        super(port, webSocketPort, authority,
                () -> launch(folder, authority, port, webSocketPort, gateways, jvmOptions));
    }

    /** Starts one on free ports, that has few clients: for tests and demonstrations. */
    public static Broker start(Path folder, Authority authority) {
        return new Broker(folder, authority, Ports.free(), Ports.free(), "", JavaProgram.QUICK_START);
    }

    /** Starts one where a client whose name begins with {@code gateways} may speak for any device: for load tests. */
    public static Broker startForLoad(Path folder, Authority authority, String gateways) {
        return new Broker(folder, authority, Ports.free(), Ports.free(), gateways);
    }

    private static ChildProcess launch(
            Path folder, Authority authority, int port, int webSocketPort, String gateways, String... jvmOptions) {
        JavaProgram program = JavaProgram.of("testbed", BrokerProgram.class.getName()).jvm(jvmOptions)
                .with("--folder", folder, "--certificates", authority.folder(), "--port", port,
                        "--websocket-port", webSocketPort, "--gateways", gateways);
        return ChildProcess.start(program, folder.resolve("broker.log")).ready("broker ready", READY_WITHIN);
    }
}
