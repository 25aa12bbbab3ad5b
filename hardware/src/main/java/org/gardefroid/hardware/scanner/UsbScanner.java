package org.gardefroid.hardware.scanner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a scanner's device file, such as {@code /dev/input/by-id/usb-…-event-kbd}, in a thread of its own; one that is
 * unplugged is opened again when it is back.
 */
public final class UsbScanner implements AutoCloseable {

    /** Far more than anybody scans between two questions; the next is lost, and none that came before. */
    private static final int MOST_SCANS = 256;
    private static final int REOPEN_MILLIS = 1_000;

    private final Path device;
    private final BlockingQueue<String> scans = new ArrayBlockingQueue<>(MOST_SCANS);
    private final Thread thread;
    private volatile boolean connected;

    public UsbScanner(Path device) {
        this.device = device;
        this.thread = Thread.ofPlatform().daemon().name("scanner").start(this::run);
    }

    /** What was scanned since this was last called, in order, each as the scanner sent it. */
    public List<String> scansSinceLastAsked() {
        List<String> all = new ArrayList<>();
        scans.drainTo(all);
        return all;
    }

    public boolean isConnected() {
        return connected;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try (InputStream events = Files.newInputStream(device)) {
                    connected = true;
                    read(events);
                } catch (IOException e) { // unplugged, or not yet there
                    connected = false;
                }
                connected = false;
                Thread.sleep(REOPEN_MILLIS);
            }
        } catch (InterruptedException e) {
            connected = false;
        }
    }

    private void read(InputStream events) throws IOException {
        KeyEvents keys = new KeyEvents();
        for (byte[] event = events
                .readNBytes(KeyEvents.EVENT_BYTES); event.length == KeyEvents.EVENT_BYTES; event = events
                        .readNBytes(KeyEvents.EVENT_BYTES)) {
            keys.line(event).ifPresent(scans::offer);
        }
    }

    /** Waits for nothing: a read that the kernel does not end ends with the process. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
