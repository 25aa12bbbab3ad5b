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

    /** Starts one on a free port. */
    public static Broker start(Path folder, Authority authority) {
        return start(folder, authority, Ports.free());
    }

    /**
     * Starts one.
     *
     * @param jvmOptions such as {@link JavaProgram#QUICK_START} for one that lives for a test
     */
    public static Broker start(Path folder, Authority authority, int port, String... jvmOptions) {
        return new Broker(folder, authority, port, Ports.free(), "", jvmOptions);
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
