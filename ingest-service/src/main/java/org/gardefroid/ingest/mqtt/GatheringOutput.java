package org.gardefroid.ingest.mqtt;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Sends at once what comes alone, and together what comes within a millisecond: many acknowledgements are one write. */
final class GatheringOutput extends OutputStream {

    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int ROOM = 16_384; // a TLS record

    private final OutputStream out;
    private final byte[] gathered = new byte[ROOM];
    private final Thread sender = Thread.ofPlatform().name("broker-gather").daemon().unstarted(this::sendGathered);
    private int filled;
    private long sentNanos = System.nanoTime() - GATHER_NANOS;
    private boolean waiting;
    private boolean closed;
    private @Nullable IOException trouble;

    GatheringOutput(OutputStream out) {
        this.out = out;
        sender.start();
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[]{(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (trouble != null) {
            throw trouble;
        }
        if (filled + length > ROOM) {
            send();
        }
        if (length > ROOM) {
            out.write(bytes, offset, length);
        } else {
            System.arraycopy(bytes, offset, gathered, filled, length);
            filled += length;
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (filled == 0 || waiting) {
            return;
        }
        if (System.nanoTime() - sentNanos >= GATHER_NANOS) {
            send();
        } else {
            waiting = true;
            LockSupport.unpark(sender);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        LockSupport.unpark(sender);
    }

    private void send() throws IOException {
        if (filled > 0) {
            out.write(gathered, 0, filled);
            filled = 0;
            out.flush();
        }
        sentNanos = System.nanoTime();
    }

    private void sendGathered() {
        while (isOpen()) {
            if (isWaiting()) {
                LockSupport.parkNanos(GATHER_NANOS);
                sendWaiting();
            } else {
                LockSupport.park(this);
            }
        }
    }

    private synchronized boolean isOpen() {
        return !closed && trouble == null;
    }

    private synchronized boolean isWaiting() {
        return waiting;
    }

    private synchronized void sendWaiting() {
        waiting = false;
        try {
            send();
        } catch (IOException e) {
            trouble = e; // the next who writes is told, and Paho's reader sees the broken connection itself
        }
    }
}
