package org.gardefroid.edge.uplink;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection with TLS, in place of Paho's own: TCP_NODELAY is set, every wait has an end, the broker's name is
 * checked, what is heard is dated, and it can be cut from any thread at any time. On the {@link Way} there may be a proxy
 * before TLS, and WebSocket within it.
 */
final class Wire implements NetworkModule {

    private final Way way;
    private final SSLContext tls;
    private final int timeoutMillis;
    private final LongSupplier millis;
    private final RandomGenerator random;
    private final Socket tcp = new Socket();
    private @Nullable Streams streams;
    private volatile long heardMillis;

    Wire(Way way, SSLContext tls, int timeoutMillis, LongSupplier millis, RandomGenerator random) {
        this.way = way;
        this.random = random;
        this.tls = tls;
        this.timeoutMillis = timeoutMillis;
        this.millis = millis;
        this.heardMillis = millis.getAsLong();
    }

    @Override
    public void start() throws IOException {
        try {
            tcp.setTcpNoDelay(true); // else each small message waits for the acknowledgement of the one before
            tcp.connect(firstHop(), timeoutMillis);
            tcp.setSoTimeout(timeoutMillis);
            if (way.proxy().isPresent()) {
                Tunnel.open(tcp, way.proxy().get(), way.host(), way.port());
            }
            SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(tcp, way.host(), way.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            streams = carried(new Heard(socket.getInputStream()), socket.getOutputStream());
            socket.setSoTimeout(0); // from here on the watch over what is heard decides
            heardMillis = millis.getAsLong();
        } catch (IOException e) {
            cut();
            throw e;
        }
    }

    /** The broker's name is the proxy's to look up, where there is one: ours may know no name outside. */
    private InetSocketAddress firstHop() {
        return way.proxy().map(proxy -> new InetSocketAddress(proxy.host(), proxy.port()))
                .orElseGet(() -> new InetSocketAddress(way.host(), way.port()));
    }

    private Streams carried(InputStream in, OutputStream out) throws IOException {
        return switch (way.carriage()) {
            case Way.Carriage.Plain _ -> new Streams(in, out);
            case Way.Carriage.WebSocket(String path) -> {
                WebSocket webSocket = WebSocket.open(in, out, way, path, random);
                yield new Streams(webSocket.input(), webSocket.output());
            }
        };
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return connected().in();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return connected().out();
    }

    private Streams connected() throws IOException {
        Streams connected = streams;
        if (connected == null) {
            throw new IOException("not connected to " + way);
        }
        return connected;
    }

    /** When something was last heard from the broker. */
    long heardMillis() {
        return heardMillis;
    }

    /** Cuts the TCP connection itself: closing TLS would wait for a write that is stuck. */
    void cut() {
        try {
            tcp.close();
        } catch (IOException _) {
            // it is gone either way
        }
    }

    boolean hasNoDelay() throws IOException {
        return tcp.getTcpNoDelay();
    }

    @Override
    public void stop() {
        cut();
    }

    @Override
    public String getServerURI() {
        return way.toString();
    }

    /** What MQTT is read from and written to. */
    private record Streams(InputStream in, OutputStream out) {}

    /** Dates what is read. */
    private final class Heard extends FilterInputStream {

        Heard(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            heardMillis = millis.getAsLong();
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            heardMillis = millis.getAsLong();
            return read;
        }
    }
}
