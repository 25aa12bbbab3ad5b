package org.gardefroid.testbed.broker;

import java.net.URI;
import org.gardefroid.testbed.certificates.Authority;
import org.gardefroid.testbed.process.ChildProcess;

/**
 * A broker in a process of its own, whichever it is: TLS on localhost, client certificates needed, each device only
 * below its own {@code up/} and {@code down/}.
 */
public sealed interface RunningBroker extends AutoCloseable permits Broker, Mosquitto {

    int port();

    /** {@code ssl://localhost:…}, as Paho wants it. */
    default URI uri() {
        return URI.create("ssl://localhost:" + port());
    }

    /** Gives out the certificates that it lets in. */
    Authority authority();

    ChildProcess process();

    /** Starts it again on the same port, after {@link #kill9} or {@link #stop}; it has forgotten sessions and queues. */
    void restart();

    default void kill9() {
        process().kill9();
    }

    default void stop() {
        process().stop();
    }

    @Override
    default void close() {
        stop();
    }
}
