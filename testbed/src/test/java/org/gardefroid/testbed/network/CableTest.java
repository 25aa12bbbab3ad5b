package org.gardefroid.testbed.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CableTest {

    private ServerSocket echo = server();
    private Cable cable = Cable.to(echo.getLocalPort());

    @BeforeEach
    void answersEachByteWithTheSame() {
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket client = echo.accept();
                    Thread.ofVirtual().start(() -> {
                        try (client) {
                            client.getInputStream().transferTo(client.getOutputStream());
                        } catch (IOException e) {
                            // the client is gone
                        }
                    });
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void unplug() throws IOException {
        cable.close();
        echo.close();
    }

    @Test
    void carriesBothWays() throws IOException {
        try (Socket client = connect()) {
            assertThat(ask(client, 7)).isEqualTo(7);
        }
    }

    @Test
    void pulledItSwallowsAndSaysNothing() throws IOException {
        try (Socket client = connect()) {
            ask(client, 1);
            cable.pull();
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> ask(client, 2));
        }
    }

    @Test
    void pluggedInAgainItServesNewConnections() throws IOException {
        cable.pull();
        cable.plugIn();
        try (Socket client = connect()) {
            assertThat(ask(client, 9)).isEqualTo(9);
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), cable.port());
        client.setSoTimeout(300);
        return client;
    }

    private static int ask(Socket client, int value) throws IOException {
        client.getOutputStream().write(value);
        return client.getInputStream().read();
    }

    private static ServerSocket server() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
