package org.gardefroid.ingest.judge;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.guard.LeaseLostException;
import org.gardefroid.ingest.lease.JudgingLease;
import org.gardefroid.ingest.notify.MailWaiting;
import org.gardefroid.ingest.notify.Notifications;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that judges, while this instance is the one that does, and stands by otherwise. */
@Singleton
final class Judging implements ApplicationEventListener<StartupEvent>, SignOfLife {

    private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

    /** Long enough to cost nothing, short enough for a deadline to be told in time. */
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    /** What is in hand while another instance judges is stored, and is that one's to find. */
    private static final int ALL = Integer.MAX_VALUE;

    private final JudgingLease lease;
    private final HandOver handOver;
    private final Function<Lease, JudgingLoop> beginning;
    private final Thread thread = Thread.ofPlatform().name("judge").unstarted(this::run);
    private volatile boolean stopping;
    private volatile long roundNanos = System.nanoTime();

    Judging(JudgingLease lease, HandOver handOver, InstantSource clock, JudgingSettings settings,
            Notifications notifications, MailWaiting mail, JudgingMeters meters) {
        this.lease = lease;
        this.handOver = handOver;
        this.beginning = mine -> {
            Transactions under = lease.under(mine);
            return new JudgingLoop(under, handOver, clock, settings,
                    new JudgingWriter(under, notifications, mail, settings, meters), meters,
                    new OthersBatches(under, mine.holder()));
        };
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
                Optional<Lease> mine = lease.held();
                if (mine.isPresent()) {
                    judge(mine.get());
                } else {
                    handOver.take(ALL, IDLE.toNanos());
                    handOver.hasOverflowed();
                    roundNanos = System.nanoTime();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Nothing of an earlier turn is of use: another instance has judged since. */
    private void judge(Lease mine) throws InterruptedException {
        JudgingLoop loop = beginning.apply(mine);
        while (!stopping && lease.held().filter(now -> now.epoch() == mine.epoch()).isPresent()) {
            try {
                loop.round(IDLE.toNanos());
                roundNanos = System.nanoTime();
            } catch (LeaseLostException e) {
                LOG.warn("another instance judges now");
                lease.renew();
                pause(); // its holder's name may have been taken back by hand, and the next turn is not to spin
            } catch (SQLException | RuntimeException e) {
                LOG.warn("judging waits for the database because={}", e.getMessage(), e);
                pause();
            }
        }
    }

    @Override
    public Duration sinceRound() {
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
