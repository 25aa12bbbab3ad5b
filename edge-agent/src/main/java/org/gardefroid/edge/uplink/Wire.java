package org.gardefroid.edge.uplink;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection with TLS, in place of Paho's own: TCP_NODELAY is set, every wait has an end, the broker's name is
 * checked, what is heard is dated, and it can be cut from any thread at any time.
 */
final class Wire implements NetworkModule {

    private final URI broker;
    private final SSLContext tls;
    private final int timeoutMillis;
    private final LongSupplier millis;
    private final Socket tcp = new Socket();
    private @Nullable SSLSocket secured;
    private volatile long heardMillis;

    Wire(URI broker, SSLContext tls, int timeoutMillis, LongSupplier millis) {
        this.broker = broker;
        this.tls = tls;
        this.timeoutMillis = timeoutMillis;
        this.millis = millis;
        this.heardMillis = millis.getAsLong();
    }

    @Override
    public void start() throws IOException {
        try {
            tcp.setTcpNoDelay(true); // else each small message waits for the acknowledgement of the one before
            tcp.connect(new InetSocketAddress(broker.getHost(), broker.getPort()), timeoutMillis);
            tcp.setSoTimeout(timeoutMillis);
            SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(tcp, broker.getHost(), broker.getPort(),
                    true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            socket.setSoTimeout(0); // from here on the watch over what is heard decides
            secured = socket;
            heardMillis = millis.getAsLong();
        } catch (IOException e) {
            cut();
            throw e;
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Heard(connected().getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return connected().getOutputStream();
    }

    private SSLSocket connected() throws IOException {
        SSLSocket socket = secured;
        if (socket == null) {
            throw new IOException("not connected to " + broker);
        }
        return socket;
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
        return broker.toString();
    }

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
