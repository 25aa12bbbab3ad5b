package org.gardefroid.cli.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.gardefroid.cli.Words.say;

/** A person's wish to end, by Ctrl-C, and the wait for it. */
public final class Stop {

    private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);

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

    /** What a Ctrl-C does: the day ends, the agents deliver, the account is made, and only then all programs stop. */
    void wishAndAwaitTheEnd() {
        wish();
        try {
            if (!over.await(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println(say("demo.not-ended", ENDS_WITHIN.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
