package org.gardefroid.edge.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** One question of a browser and the answer to it, with the headers that every answer has. */
final class Exchange {

    private static final int LONGEST_FORM = 4_096;
    private static final String COOKIE = "care";

    private final HttpExchange raw;

    /** More was sent than any of our forms holds. */
    static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1L;
    }

    Exchange(HttpExchange raw) {
        this.raw = raw;
    }

    /** The address of whoever asks. */
    String from() {
        return raw.getRemoteAddress().getAddress().getHostAddress();
    }

    String method() {
        return raw.getRequestMethod();
    }

    String path() {
        return raw.getRequestURI().getPath();
    }

    /** As asked for, or as the browser prefers; French where neither says English. */
    Locale language() {
        String wanted = query("lang").orElseGet(() -> header("Accept-Language").orElse("fr"));
        int english = wanted.indexOf("en");
        int french = wanted.indexOf("fr");
        return english >= 0 && (french < 0 || english < french) ? Locale.ENGLISH : Locale.FRENCH;
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(raw.getRequestHeaders().getFirst(name));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(fields(Optional.ofNullable(raw.getRequestURI().getRawQuery()).orElse("")).get(name));
    }

    Map<String, String> form() throws IOException, TooLarge {
        byte[] body = raw.getRequestBody().readNBytes(LONGEST_FORM + 1);
        if (body.length > LONGEST_FORM) {
            throw new TooLarge();
        }
        return fields(new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return ""; // not a form of ours
        }
    }

    Optional<String> sessionId() {
        return header("Cookie").stream().flatMap(line -> List.of(line.split("; *")).stream())
                .filter(cookie -> cookie.startsWith(COOKIE + "=")).map(cookie -> cookie.substring(COOKIE.length() + 1))
                .findFirst();
    }

    void openSession(String id) {
        raw.getResponseHeaders().add("Set-Cookie", COOKIE + "=" + id + "; Path=/care; HttpOnly; SameSite=Strict");
    }

    void redirect(int status, String to) throws IOException {
        raw.getResponseHeaders().set("Location", to);
        send(status, "text/plain", "");
    }

    /** What is fetched once goes compressed to a browser that can: a third of the bytes, on a radio that is slow. */
    void page(String content) throws IOException {
        if (header("Accept-Encoding").filter(known -> known.contains("gzip")).isEmpty()) {
            html(content);
            return;
        }
        raw.getResponseHeaders().set("Content-Encoding", "gzip");
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(4_096);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        send(200, "text/html", compressed.toByteArray());
    }

    /** What is asked for each second: compressing it would cost the box more than it spares. */
    void html(String content) throws IOException {
        send(200, "text/html", content);
    }

    void send(int status, String type, String content) throws IOException {
        send(status, type, content.getBytes(StandardCharsets.UTF_8));
    }

    private void send(int status, String type, byte[] bytes) throws IOException {
        var headers = raw.getResponseHeaders();
        headers.set("Vary", "Accept-Encoding");
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Content-Security-Policy", Layout.POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        boolean hasBody = bytes.length > 0 && !method().equals("HEAD");
        raw.sendResponseHeaders(status, hasBody ? bytes.length : -1);
        if (hasBody) {
            raw.getResponseBody().write(bytes);
        }
    }
}
