package org.gardefroid.edge.uplink;

import java.io.IOException;
import java.io.OutputStream;
import java.util.random.RandomGenerator;

/** Puts each write into one frame of its own, masked as a client's must be (RFC 6455 §5.2, §5.3). */
final class FrameWriter extends OutputStream {

    static final int BINARY = 0x2;
    static final int PONG = 0xA;

    private static final int LAST_OF_MESSAGE = 0x80;
    private static final int MASKED = 0x80;
    private static final int LONGEST_IN_ONE_BYTE = 125;
    private static final int TWO_BYTES_FOLLOW = 126;
    private static final int EIGHT_BYTES_FOLLOW = 127;
    private static final int MASK_BYTES = 4;

    private final OutputStream out;
    private final RandomGenerator random;

    FrameWriter(OutputStream out, RandomGenerator random) {
        this.out = out;
        this.random = random;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[]{(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        frame(BINARY, bytes, offset, length);
    }

    /** Whole frames only: a pong comes from the thread that reads. */
    synchronized void frame(int kind, byte[] bytes, int offset, int length) throws IOException {
        int lengthBytes = length <= LONGEST_IN_ONE_BYTE ? 0 : length <= 0xFFFF ? 2 : 8;
        byte[] frame = new byte[2 + lengthBytes + MASK_BYTES + length];
        frame[0] = (byte) (LAST_OF_MESSAGE | kind);
        frame[1] = (byte) (MASKED | switch (lengthBytes) {
            case 0 -> length;
            case 2 -> TWO_BYTES_FOLLOW;
            default -> EIGHT_BYTES_FOLLOW;
        });
        for (int at = 0; at < lengthBytes; at++) {
            frame[2 + at] = (byte) ((long) length >>> 8 * (lengthBytes - 1 - at));
        }
        byte[] mask = new byte[MASK_BYTES];
        random.nextBytes(mask);
        int content = 2 + lengthBytes + MASK_BYTES;
        System.arraycopy(mask, 0, frame, content - MASK_BYTES, MASK_BYTES);
        for (int at = 0; at < length; at++) {
            frame[content + at] = (byte) (bytes[offset + at] ^ mask[at % MASK_BYTES]);
        }
        out.write(frame);
        out.flush();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
