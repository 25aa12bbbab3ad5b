package org.gardefroid.edge.uplink;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One way to the broker: what carries MQTT, where to, and through which proxy. TLS, to the broker itself, is always on it.
 *
 * @param host a name or an address, without brackets
 */
public record Way(Carriage carriage, String host, int port, Optional<Proxy> proxy) {

    /** What MQTT is put into. */
    public sealed interface Carriage {

        /** Nothing: MQTT in TLS, as it is. */
        record Plain() implements Carriage {}

        /** @param path on the server, beginning with a slash */
        record WebSocket(String path) implements Carriage {}
    }

    /** An HTTP proxy that opens a tunnel when it is asked by {@code CONNECT}. */
    public record Proxy(String host, int port, Optional<Login> login) {

        @Override
        public String toString() {
            return address(host, port);
        }
    }

    /** @param password a file with it, read at each attempt: it may be changed while the agent runs */
    public record Login(String user, Path password) {}

    /** {@code host:port}, as it stands in an address. */
    static String address(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** As a person reads it in a log, and writes it in the settings. */
    @Override
    public String toString() {
        String address = switch (carriage) {
            case Carriage.Plain _ -> "mqtts://" + address(host, port);
            case Carriage.WebSocket(String path) -> "wss://" + address(host, port) + path;
        };
        return address + proxy.map(through -> " via " + through).orElse("");
    }
}
