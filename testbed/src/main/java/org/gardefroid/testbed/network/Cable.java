package org.gardefroid.testbed.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cable between a client and a server of this machine, that can be pulled and plugged in again.
 *
 * <p>Pulled, it is as dead as a radio hole: what is under way vanishes, nobody is told, and a new connection is accepted
 * by nobody that answers.
 */
public final class Cable implements AutoCloseable {

    private static final int CONNECTS_WITHIN_MILLIS = 2_000;

    private final InetSocketAddress server;
    private final ServerSocket entrance;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean pulled;

    private Cable(InetSocketAddress server, ServerSocket entrance) {
        this.server = server;
        this.entrance = entrance;
    }

    /** A cable to a port of this machine. */
    public static Cable to(int port) {
        try {
            InetAddress here = InetAddress.getLoopbackAddress();
            Cable cable = new Cable(new InetSocketAddress(here, port), new ServerSocket(0, 50, here));
            Thread.ofVirtual().name("cable to " + port).start(cable::accept);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException("no cable to port " + port, e);
        }
    }

    /** Where the client connects to. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Swallows everything from now on, without closing anything. */
    public void pull() {
        pulled = true;
    }

    /** New connections get through again; those that were swallowed are cut. */
    public void plugIn() {
        ends.forEach(Cable::closeQuietly);
        pulled = false;
    }

    @Override
    public void close() {
        ends.forEach(Cable::closeQuietly);
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a cable", e);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                ends.add(client);
                if (!pulled) {
                    connect(client);
                }
            } catch (IOException e) {
                // The entrance was closed, or a client was gone before it was served: the next one decides.
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket far = new Socket();
            far.connect(server, CONNECTS_WITHIN_MILLIS);
            far.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            ends.add(far);
            Thread.ofVirtual().start(() -> carry(client, far));
            Thread.ofVirtual().start(() -> carry(far, client));
        } catch (IOException e) {
            closeQuietly(client); // the server refuses: so does the cable
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try {
            for (int length = from.getInputStream().read(buffer); length >= 0; length = from.getInputStream()
                    .read(buffer)) {
                if (!pulled) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            // One end is gone; the other must hear of it, unless the cable is pulled.
        }
        if (!pulled) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as we are concerned.
        }
    }
}
