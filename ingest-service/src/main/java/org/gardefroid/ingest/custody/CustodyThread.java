package org.gardefroid.ingest.custody;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.judge.CustodyAlarms;
import org.gardefroid.ingest.judge.JudgingSettings;
import org.gardefroid.ingest.judge.SignOfLife;
import org.gardefroid.ingest.lease.JudgingLease;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that judges goods, while this instance is the one that judges. It is another than that of the rules, which a long look into
 * the past must not keep waiting.
 */
@Singleton
final class CustodyThread implements ApplicationEventListener<StartupEvent>, SignOfLife {

    private static final Logger LOG = LoggerFactory.getLogger(CustodyThread.class);

    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final JudgingLease lease;
    private final CustodyInbox inbox;
    private final InstantSource clock;
    private final Duration patience;
    private final Thread thread = Thread.ofPlatform().name("custody").daemon().unstarted(this::run);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CustodyAlarms alarms;
    private @Nullable Turn turn;
    private volatile long roundNanos = System.nanoTime();

    CustodyThread(JudgingLease lease, CustodyInbox inbox, InstantSource clock, JudgingSettings settings,
            CustodyAlarms alarms) {
        this.lease = lease;
        this.inbox = inbox;
        this.clock = clock;
        this.alarms = alarms;
        this.patience = settings.patience();
    }

    /** As long as this instance judges without a break: nothing of an earlier turn is of use. */
    private record Turn(long epoch, CustodyLoop loop) {}

    @Override
    public void onApplicationEvent(StartupEvent event) {
        thread.start();
    }

    private void run() {
        try {
            Duration pause = IDLE;
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = round();
            }
        } catch (InterruptedException e) {
            LOG.info("judging of goods was interrupted");
        }
    }

    private Duration round() {
        Optional<Lease> mine = lease.held();
        if (mine.isEmpty()) {
            inbox.take(); // it is stored, and is the other instance's to find
            turn = null;
            roundNanos = System.nanoTime();
            return IDLE;
        }
        try {
            turn(mine.get()).loop().round();
            roundNanos = System.nanoTime();
            return IDLE;
        } catch (SQLException | RuntimeException e) {
            LOG.error("goods are not judged, and are tried again because={}", e.getMessage(), e);
            return AFTER_TROUBLE;
        }
    }

    private Turn turn(Lease mine) {
        Turn now = turn;
        if (now == null || now.epoch() != mine.epoch()) {
            now = new Turn(mine.epoch(),
                    new CustodyLoop(lease.under(mine), inbox, mine.holder(), clock, patience, new Verdicts(), alarms));
            turn = now;
        }
        return now;
    }

    @Override
    public Duration sinceRound() {
        return Duration.ofNanos(System.nanoTime() - roundNanos);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping.countDown();
        thread.join(STOPPING);
    }
}
