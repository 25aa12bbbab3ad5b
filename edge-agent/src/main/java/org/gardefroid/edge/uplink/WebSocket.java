package org.gardefroid.edge.uplink;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * MQTT in WebSocket frames (RFC 6455; MQTT 5 §6), as a pair of streams over those of a connection that is ours.
 *
 * <p>Libraries for this bring threads and queues without a limit. Here a read waits on the socket and a write on the
 * socket, nothing is kept between, and a frame may be as long as it likes, for it is never held whole.
 */
final class WebSocket {

    /** RFC 6455 §1.3. */
    private static final String ANSWERS = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final int KEY_BYTES = 16;

    private final FrameWriter output;
    private final FrameReader input;

    private WebSocket(InputStream in, OutputStream out, RandomGenerator random) {
        this.output = new FrameWriter(out, random);
        this.input = new FrameReader(in, output);
    }

    /**
     * Asks the server to change to WebSocket, and for MQTT in it.
     *
     * @param random for the key and the masks, which keep caches on the way from taking us for HTTP; no secrets
     */
    static WebSocket open(InputStream in, OutputStream out, Way way, String path, RandomGenerator random)
            throws IOException {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getEncoder().encodeToString(bytes);
        out.write(("GET " + path + " HTTP/1.1\r\nHost: " + Way.address(way.host(), way.port())
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " + key
                + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        HttpHead answer = HttpHead.read(in, way.toString());
        if (answer.status() != 101) {
            throw new RefusedException(way + " does not change to WebSocket: " + answer.told());
        }
        if (!answer.says("upgrade", "websocket") || !answer.says("sec-websocket-accept", answerTo(key))
                || !answer.says("sec-websocket-protocol", "mqtt")) {
            throw new RefusedException(way + " changes to something that is not MQTT in WebSocket");
        }
        return new WebSocket(in, out, random);
    }

    static String answerTo(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key + ANSWERS).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    InputStream input() {
        return input;
    }

    OutputStream output() {
        return output;
    }
}
