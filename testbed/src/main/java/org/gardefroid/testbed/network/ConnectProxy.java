package org.gardefroid.testbed.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy of this machine that knows {@code CONNECT} alone, in the tempers that proxies have. */
public final class ConnectProxy implements AutoCloseable {

    /** What it does with who asks. */
    public sealed interface Temper {

        /** Connects everybody. */
        record Open() implements Temper {}

        /** @param authorization that it wants, as it stands in the header */
        record Asking(String authorization) implements Temper {}

        /** Answers with this, and closes. */
        record Answering(String text) implements Temper {}

        /** Takes the question and never answers. */
        record Silent() implements Temper {}
    }

    private final ServerSocket entrance;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Temper temper;

    public ConnectProxy(Temper temper) throws IOException {
        this.temper = temper;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    public void become(Temper other) {
        temper = other;
    }

    /** The first line of each question. */
    public List<String> asked() {
        return asked;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                ends.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try {
            String question = head(client.getInputStream());
            asked.add(question.lines().findFirst().orElse(""));
            switch (temper) {
                case Temper.Open() -> connect(client, question);
                case Temper.Asking(String authorization) when question
                        .contains("\r\nProxy-Authorization: " + authorization + "\r\n") ->
                    connect(client, question);
                case Temper.Asking(String _) -> answer(client, """
                        HTTP/1.1 407 Proxy Authentication Required\r
                        Proxy-Authenticate: NTLM\r
                        Proxy-Authenticate: Basic realm="CHU"\r
                        \r
                        """);
                case Temper.Answering(String text) -> answer(client, text);
                case Temper.Silent() -> {
                    // for as long as the client waits
                }
            }
        } catch (IOException e) {
            close(client);
        }
    }

    private static void answer(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        client.close();
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("no question");
            }
            bytes.write(read);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private void connect(Socket client, String question) throws IOException {
        String target = question.split(" ", 3)[1];
        int colon = target.lastIndexOf(':');
        Socket far = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
        ends.add(far);
        client.getOutputStream()
                .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        Thread.ofVirtual().start(() -> carry(client, far));
        carry(far, client);
    }

    private static void carry(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one end is gone, and now both are
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        ends.forEach(ConnectProxy::close);
    }
}
