package org.gardefroid.ingest.judge;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that judges. */
@Singleton
final class Judging implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

    /** Long enough to cost nothing, short enough for a deadline to be told in time. */
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final JudgingLoop loop;
    private final HandOver handOver;
    private final Thread thread = Thread.ofPlatform().name("judge").unstarted(this::run);
    private volatile boolean stopping;
    private volatile long roundNanos = System.nanoTime();

    Judging(Transactions transactions, HandOver handOver, InstantSource clock, JudgingSettings settings,
            JudgingWriter writer, JudgingMeters meters) {
        this.loop = new JudgingLoop(transactions, handOver, clock, settings, writer, meters);
        this.handOver = handOver;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        start();
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!stopping) {
            try {
                loop.round(IDLE.toNanos());
                roundNanos = System.nanoTime();
            } catch (SQLException | RuntimeException e) {
                LOG.warn("judging waits for the database because={}", e.getMessage(), e);
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** How long no round has come to its end; a judging that hangs, or has died, shows here and nowhere else. */
    Duration sinceRound() {
        return Duration.ofNanos(System.nanoTime() - roundNanos);
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        handOver.wake();
        if (!thread.join(STOPPING)) {
            thread.interrupt();
        }
    }
}
