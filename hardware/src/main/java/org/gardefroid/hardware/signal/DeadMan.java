package org.gardefroid.hardware.signal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does what has to be done once nobody has said for a while that he lives; in a thread of its own, which may not hang with him. */
final class DeadMan {

    private final ScheduledThreadPoolExecutor threads;
    private final Duration patience;
    private final Runnable fall;
    private @Nullable Future<?> falling;

    DeadMan(String name, Duration patience, Runnable fall) {
        this.threads = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
        this.threads.setRemoveOnCancelPolicy(true);
        this.patience = patience;
        this.fall = fall;
    }

    synchronized void lives() {
        Future<?> before = falling;
        if (before != null) {
            before.cancel(false);
        }
        falling = threads.schedule(fall, patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
