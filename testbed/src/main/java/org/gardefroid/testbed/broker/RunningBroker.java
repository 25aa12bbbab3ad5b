package org.gardefroid.testbed.broker;

import java.net.URI;
import java.util.function.Supplier;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.process.ChildProcess;

/**
 * A broker in a process of its own, whichever it is: TLS on localhost, client certificates needed, each device only
 * below its own {@code up/} and {@code down/}.
 */
public abstract sealed class RunningBroker implements AutoCloseable permits Broker, Mosquitto {

    private final int port;
    private final int webSocketPort;
    private final Authority authority;
    private final Supplier<ChildProcess> launch;
    private ChildProcess process;

    /** @param launch starts the process, and returns when it serves on {@code port} */
    RunningBroker(int port, int webSocketPort, Authority authority, Supplier<ChildProcess> launch) {
        this.port = port;
        this.webSocketPort = webSocketPort;
        this.authority = authority;
        this.launch = launch;
        this.process = launch.get();
    }

    public int port() {
        return port;
    }

    /** Where it speaks MQTT over WebSocket, with TLS, at the path {@code /mqtt}. */
    public int webSocketPort() {
        return webSocketPort;
    }

    /** {@code ssl://localhost:…}, as Paho wants it. */
    public URI uri() {
        return URI.create("ssl://localhost:" + port);
    }

    /** Gives out the certificates that it lets in. */
    public Authority authority() {
        return authority;
    }

    public ChildProcess process() {
        return process;
    }

    /** Starts it again on the same port, after {@link #kill9} or {@link #stop}; it has forgotten sessions and queues. */
    public void restart() {
        process.stop();
        process = launch.get();
    }

    public void kill9() {
        process.kill9();
    }

    public void stop() {
        process.stop();
    }

    @Override
    public void close() {
        stop();
    }
}
