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

    private static final String SCHEME = "gardefroid";

    /** Says to Paho that the wire is ours; where it leads is the {@link Way}'s to say. */
    static final String ADDRESS = SCHEME + "://broker";

    @Override
    public Set<String> getSupportedUriSchemes() {
        return Set.of(SCHEME);
    }

    @Override
    public void validateURI(URI broker) {
        // The wire that comes with the options has been given its way already.
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
