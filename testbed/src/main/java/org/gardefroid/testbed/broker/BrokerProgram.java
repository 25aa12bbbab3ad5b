package org.gardefroid.testbed.broker;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.Program;
import org.gardefroid.testbed.certificates.Authority;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The broker as a program: prints {@code broker ready port=…} and runs until it is stopped. */
@Command(name = "broker", mixinStandardHelpOptions = true, description = "HiveMQ CE with TLS, client certificates and the access rules of Gardefroid")
public final class BrokerProgram implements Callable<Integer> {

    @Option(names = "--folder", required = true, description = "where its configuration is kept")
    private Path folder = Path.of("");

    @Option(names = "--certificates", description = "the certificate authority's folder; default: certificates in --folder")
    private @Nullable Path certificates;

    @Option(names = "--port", defaultValue = "8883", description = "default: ${DEFAULT-VALUE}; 0 takes a free one")
    private int port;

    @Option(names = "--websocket-port", defaultValue = "0", description = "MQTT over WebSocket, path /mqtt; default: a free one")
    private int webSocketPort;

    @Option(names = "--bind", defaultValue = "127.0.0.1", description = "address to listen on; default: ${DEFAULT-VALUE}")
    private String bind = "";

    @Option(names = "--revoked", description = "folder where the service says who is revoked; default: revoked in --certificates")
    private @Nullable Path revoked;

    @Option(names = "--gateways", defaultValue = "", description = "clients whose names begin so may speak for any device; for load tests only")
    private String gateways = "";

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "org/gardefroid/testbed/logback.xml");
        // exit, not return: a broker that failed half-way leaves threads that would keep the JVM alive.
        System.exit(Program.run(new BrokerProgram(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        int usable = Ports.usable(bind, port);
        int usableForWebSocket = Ports.usable(bind, webSocketPort);
        var authority = Authority.in(Optional.ofNullable(certificates).orElse(folder.resolve("certificates")));
        var broker = new EmbeddedBroker(folder, authority, bind, usable, usableForWebSocket, gateways,
                Optional.ofNullable(revoked).orElse(authority.revoked()));
        broker.start();
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.stop();
            stopped.countDown();
        }, "stop broker"));
        System.out.println("broker ready port=" + usable + " websocket-port=" + usableForWebSocket);
        stopped.await();
        return 0;
    }
}
