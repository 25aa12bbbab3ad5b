package org.gardefroid.edge.uplink;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;

/** What a server's frames carry, as one stream (RFC 6455 §5.4); answers pings, and ends with a close. */
final class FrameReader extends InputStream {

    private static final int KIND = 0x0F;
    private static final int MASKED = 0x80;
    private static final int LENGTH = 0x7F;
    private static final int CONTINUATION = 0x0;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int MOST_OF_CONTROL = 125;

    private final InputStream in;
    private final FrameWriter answers;
    private long left;
    private boolean closed;

    FrameReader(InputStream in, FrameWriter answers) {
        this.in = in;
        this.answers = answers;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (left == 0 && !closed) {
            next();
        }
        if (closed) {
            return -1;
        }
        int read = in.read(bytes, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("connection ended within a frame");
        }
        left -= read;
        return read;
    }

    /** Reads the head of the next frame, and all of it if it is a control frame. */
    private void next() throws IOException {
        int first = in.read();
        if (first < 0) {
            closed = true; // without a close, which says no more than the end itself
            return;
        }
        int kind = first & KIND;
        long length = length();
        switch (kind) {
            case FrameWriter.BINARY, CONTINUATION -> left = length;
            case PING -> answers.frame(FrameWriter.PONG, control(length), 0, (int) length);
            case FrameWriter.PONG -> control(length);
            case CLOSE -> closed = true;
            default -> throw new StreamCorruptedException("a frame of kind " + kind + " where MQTT is spoken");
        }
    }

    private long length() throws IOException {
        int second = oneByte();
        if ((second & MASKED) != 0) {
            throw new StreamCorruptedException("a server's frame is masked");
        }
        int following = switch (second & LENGTH) {
            case 126 -> 2;
            case 127 -> 8;
            default -> 0;
        };
        long length = following == 0 ? second & LENGTH : 0;
        for (int at = 0; at < following; at++) {
            length = length << 8 | oneByte();
        }
        if (length < 0) {
            throw new StreamCorruptedException("a frame of 2^63 bytes or more");
        }
        return length;
    }

    private byte[] control(long length) throws IOException {
        if (length > MOST_OF_CONTROL) {
            throw new StreamCorruptedException("a control frame of " + length + " bytes, of 125 at most");
        }
        byte[] content = in.readNBytes((int) length);
        if (content.length < length) {
            throw new EOFException("connection ended within a frame");
        }
        return content;
    }

    private int oneByte() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException("connection ended within a frame");
        }
        return read;
    }
}
