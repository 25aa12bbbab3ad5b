package org.gardefroid.edge.uplink;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import javax.net.SocketFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.spi.NetworkModuleFactory;

/** Where Paho finds our {@link Wire}: by the scheme of the broker's address. */
public final class WireFactory implements NetworkModuleFactory {

    static final String SCHEME = "gardefroid";

    @Override
    public Set<String> getSupportedUriSchemes() {
        return Set.of(SCHEME);
    }

    @Override
    public void validateURI(URI broker) {
        if (broker.getHost() == null || broker.getPort() < 1) {
            throw new IllegalArgumentException("a broker's address has a host and a port: " + broker);
        }
    }

    @Override
    public NetworkModule createNetworkModule(URI broker, MqttConnectionOptions options, String clientId) {
        return ((Carrying) options.getSocketFactory()).wire;
    }

    /** Carries a wire through Paho's options: a socket factory is the one thing of the connection that fits in there. */
    static final class Carrying extends SocketFactory {

        private final Wire wire;

        Carrying(Wire wire) {
            this.wire = wire;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("the wire is made already");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException("the wire is made already");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("the wire is made already");
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException("the wire is made already");
        }
    }
}
