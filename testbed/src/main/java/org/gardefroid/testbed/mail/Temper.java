package org.gardefroid.testbed.mail;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.RejectException;

/** How the server misbehaves: it turns the first mails away, or lets senders wait. */
final class Temper {

    private static final int TRY_LATER = 451;

    private final AtomicInteger stillRefused;
    private final Duration delay;

    Temper(int refuseFirst, Duration delay) {
        this.stillRefused = new AtomicInteger(refuseFirst);
        this.delay = delay;
    }

    /** Asked once for each mail, when all of it has come. */
    void judge(String to) throws RejectException, InterruptedException {
        Thread.sleep(delay);
        if (stillRefused.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            System.out.println("mail refused to=" + to + " code=" + TRY_LATER);
            throw new RejectException(TRY_LATER, "try again later");
        }
    }
}
