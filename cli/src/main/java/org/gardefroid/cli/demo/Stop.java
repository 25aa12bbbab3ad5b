package org.gardefroid.cli.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A person's wish to end, by Ctrl-C, and the wait for it. */
public final class Stop {

    private final CountDownLatch wished = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    public void wish() {
        wished.countDown();
    }

    boolean within(Duration time) throws InterruptedException {
        return wished.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** All is told and closed: nobody needs to wait any longer. */
    void isOver() {
        over.countDown();
    }

    void awaitTheEnd(Duration atMost) throws InterruptedException {
        if (!over.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            System.err.println("gardefroid demo: " + atMost.toSeconds() + " s");
        }
    }
}
