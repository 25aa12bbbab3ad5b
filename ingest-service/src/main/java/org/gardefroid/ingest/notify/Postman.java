package org.gardefroid.ingest.notify;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gardefroid.ingest.lease.JudgingLease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that sends what is due, where this instance is the one that judges. */
@Singleton
final class Postman implements ApplicationEventListener<StartupEvent>, MailWaiting {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** Looks by itself as well: another instance may have judged until now. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final JudgingLease lease;
    private final PostRound round;
    private final PostBox postBox;
    private final InstantSource clock;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("postman").unstarted(this::run);
    private volatile boolean stopping;
    private volatile long roundNanos = System.nanoTime();

    Postman(JudgingLease lease, PostRound round, PostBox postBox, InstantSource clock) {
        this.lease = lease;
        this.round = round;
        this.postBox = postBox;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        start();
    }

    void start() {
        thread.start();
    }

    @Override
    public void wake() {
        work.release();
    }

    private void run() {
        while (!stopping) {
            try {
                boolean more = lease.isHeld() && round.send(this::wake);
                roundNanos = System.nanoTime();
                if (!more) {
                    sleep();
                }
            } catch (SQLException | RuntimeException e) {
                LOG.warn("notifications wait because={}", e.getMessage(), e);
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void sleep() throws SQLException, InterruptedException {
        Instant now = clock.instant();
        Duration wait = postBox.nextAfter(now).map(at -> Duration.between(now, at))
                .filter(until -> until.compareTo(LONGEST_SLEEP) < 0).orElse(LONGEST_SLEEP);
        if (work.tryAcquire(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    /** How long nobody has looked what is to be sent, or has not come to the end of sending it. */
    Duration sinceRound() {
        return Duration.ofNanos(System.nanoTime() - roundNanos);
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        wake();
        if (!thread.join(STOPPING)) {
            thread.interrupt();
        }
    }
}
