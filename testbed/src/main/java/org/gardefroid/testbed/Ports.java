package org.gardefroid.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
public final class Ports {

    private Ports() {}

    /** A port that nobody listens on. It is not reserved, so ask late. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /** The port itself, or a free one for 0; refuses one that is taken. */
    public static int usable(String address, int port) {
        if (port == 0) {
            return free();
        }
        try {
            listen(address, port);
            return port;
        } catch (IOException e) {
            throw new Program.Refusal("port " + port + " on " + address + " cannot be used (" + e.getMessage()
                    + "): stop what listens there, or choose another with --port");
        }
    }

    public static boolean isFree(String address, int port) {
        try {
            listen(address, port);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void listen(String address, int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        }
    }
}
