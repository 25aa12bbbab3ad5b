package org.gardefroid.ingest.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A TLS connection to the broker that checks the broker's name and costs few system calls: what has come is read in large
 * pieces, what is to go is gathered for a millisecond. A broker sends each message as a TLS record of its own, and Paho
 * acknowledges each with a packet of four bytes; as they are, half of the receiving would be spent in the kernel.
 */
final class BrokerSocket extends Socket {

    private static final int HANDSHAKE_MILLIS = 10_000;

    private final SSLSocketFactory sockets;
    private final BufferedSocket tcp = new BufferedSocket();
    private @Nullable SSLSocket tls;
    private @Nullable GatheringOutput output;

    BrokerSocket(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    @Override
    public void connect(SocketAddress broker, int timeoutMillis) throws IOException {
        try {
            tcp.setTcpNoDelay(true); // or each small message waits for the acknowledgement of the one before
            tcp.connect(broker, timeoutMillis);
            tcp.setSoTimeout(HANDSHAKE_MILLIS);
            var address = (InetSocketAddress) broker;
            var secured = (SSLSocket) sockets.createSocket(tcp, address.getHostString(), address.getPort(), true);
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            tcp.setSoTimeout(0);
            tls = secured;
            output = new GatheringOutput(secured.getOutputStream());
        } catch (IOException e) {
            tcp.close();
            throw e;
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return connected(tls).getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return connected(output);
    }

    private static <T> T connected(@Nullable T part) throws IOException {
        if (part == null) {
            throw new IOException("not connected");
        }
        return part;
    }

    /** Paho wants to look up each second. It need not: its keep-alive closes a connection that has died. */
    @Override
    public void setSoTimeout(int millis) {
        // A time-out in the middle of a TLS record would end the connection.
    }

    @Override
    public void shutdownInput() {
        // TLS has no half-closing; what follows closes the whole.
    }

    /** Cuts the TCP connection itself: closing TLS would wait for a write that is stuck. */
    @Override
    public void close() throws IOException {
        tcp.close();
        GatheringOutput gathering = output;
        if (gathering != null) {
            gathering.close();
        }
    }
}
