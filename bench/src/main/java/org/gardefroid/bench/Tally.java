package org.gardefroid.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What all connections have seen. */
final class Tally {

    private final AtomicLong receipted = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile long lastReceiptNanos;
    private volatile boolean over;

    void receipted(int more) {
        receipted.addAndGet(more);
        lastReceiptNanos = System.nanoTime();
    }

    void asked() {
        asked.incrementAndGet();
    }

    void fail(String why) {
        failure.compareAndSet(null, why);
    }

    /** A connection that ends before the run does is a failure. */
    void ended(Exception how) {
        if (!over) {
            fail("a connection ended: " + how.getMessage());
        }
    }

    void over() {
        over = true;
    }

    boolean failed() {
        return failure.get() != null;
    }

    @Nullable
    String failure() {
        return failure.get();
    }

    long receipted() {
        return receipted.get();
    }

    int questions() {
        return asked.get();
    }

    long lastReceiptNanos() {
        return lastReceiptNanos;
    }
}
