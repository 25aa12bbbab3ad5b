package org.gardefroid.ingest.notify.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A server that behaves as a provider does on a good day and on a bad one: what it does next is said beforehand. */
public final class LocalProvider implements AutoCloseable {

    /** One request, as it came in. */
    public record Request(String line, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        Map<String, String> form() {
            Map<String, String> form = new HashMap<>();
            for (String field : body.split("&", -1)) {
                int equals = field.indexOf('=');
                form.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
            return form;
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    /** What it does with a request. */
    public interface Mood {
        void answer(Socket socket) throws IOException;
    }

    private final ServerSocket server;
    private final Queue<Mood> moods = new ConcurrentLinkedDeque<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Socket> held = new ArrayDeque<>();

    public LocalProvider() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    public LocalProvider will(Mood mood) {
        moods.add(mood);
        return this;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public static Mood says(int status, String body, String... headers) {
        return socket -> {
            StringBuilder answer = new StringBuilder("HTTP/1.1 " + status + " x\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n");
            for (String header : headers) {
                answer.append(header).append("\r\n");
            }
            socket.getOutputStream()
                    .write(answer.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8));
            socket.close();
        };
    }

    /** Takes it, and is gone without a word. */
    static Mood resets() {
        return socket -> {
            socket.setSoLinger(true, 0);
            socket.close();
        };
    }

    /** Takes it, and never answers. */
    Mood hangs() {
        return held::add;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                requests.add(read(socket));
                Mood mood = moods.poll();
                (mood == null ? says(500, "no mood") : mood).answer(socket);
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static Request read(Socket socket) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String line = reader.readLine();
        Map<String, String> headers = new HashMap<>();
        for (String header = reader.readLine(); header != null && !header.isEmpty(); header = reader.readLine()) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        StringBuilder body = new StringBuilder();
        int bytes = 0;
        while (bytes < length) {
            int one = reader.read();
            if (one < 0) {
                break;
            }
            body.append((char) one);
            bytes += Character.toString((char) one).getBytes(StandardCharsets.UTF_8).length;
        }
        return new Request(line == null ? "" : line, headers, body.toString());
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : held) {
            socket.close();
        }
    }
}
