package org.gardefroid.testbed.broker;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.gardefroid.testbed.Ports;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.process.ChildProcess;
import org.gardefroid.testbed.process.JavaProgram;

/** A broker running in a process of its own, with an authority that gives out the certificates it lets in. */
public final class Broker implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private final Path folder;
    private final Authority authority;
    private final int port;
    private ChildProcess process;

    private Broker(Path folder, Authority authority, int port) {
        this.folder = folder;
        this.authority = authority;
        this.port = port;
        this.process = launch();
    }

    /** Starts one on a free port. */
    public static Broker start(Path folder, Authority authority) {
        return start(folder, authority, Ports.free());
    }

    public static Broker start(Path folder, Authority authority, int port) {
        return new Broker(folder, authority, port);
    }

    public int port() {
        return port;
    }

    /** {@code ssl://localhost:…}, as Paho wants it. */
    public URI uri() {
        return URI.create("ssl://localhost:" + port);
    }

    public Authority authority() {
        return authority;
    }

    public ChildProcess process() {
        return process;
    }

    public void kill9() {
        process.kill9();
    }

    public void stop() {
        process.stop();
    }

    /** Starts it again on the same port, after {@link #kill9} or {@link #stop}; it has forgotten sessions and queues. */
    public void restart() {
        process.stop();
        process = launch();
    }

    @Override
    public void close() {
        stop();
    }

    private ChildProcess launch() {
        JavaProgram program = JavaProgram.of("testbed", BrokerProgram.class.getName())
                .with("--folder", folder, "--certificates", authority.folder(), "--port", port);
        var child = ChildProcess.start(program, folder.resolve("broker.log"));
        try {
            child.awaitLine("broker ready", READY_WITHIN);
            return child;
        } catch (RuntimeException e) {
            child.stop();
            throw e;
        }
    }
}
