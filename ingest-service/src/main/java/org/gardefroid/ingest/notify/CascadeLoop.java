package org.gardefroid.ingest.notify;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gardefroid.ingest.lease.JudgingLease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that looks, each second, who is to be told next, where this instance is the one that judges. */
@Singleton
final class CascadeLoop implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(CascadeLoop.class);

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LOOK_AHEAD_EVERY = Duration.ofMinutes(1);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final JudgingLease lease;
    private final CascadeRounds rounds;
    private final RotaWatch rotas;
    private final CertificateWatch certificates;
    private final WeeklyTest weekly;
    private final MailWaiting mail;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("cascade").unstarted(this::run);
    private Instant lookedAheadAt = Instant.EPOCH;
    private volatile long roundNanos = System.nanoTime();

    CascadeLoop(JudgingLease lease, CascadeRounds rounds, RotaWatch rotas, CertificateWatch certificates,
            WeeklyTest weekly, MailWaiting mail,
            InstantSource clock) {
        this.lease = lease;
        this.rounds = rounds;
        this.rotas = rotas;
        this.certificates = certificates;
        this.weekly = weekly;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        thread.start();
    }

    private void run() {
        try {
            do {
                round();
            } while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            return;
        }
    }

    private void round() {
        try {
            if (lease.isHeld()) {
                tell();
            }
            roundNanos = System.nanoTime();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("cascades wait because={}", e.getMessage(), e);
        }
    }

    private void tell() throws SQLException {
        if (rounds.round(clock.instant()) > 0) {
            mail.wake();
        }
        Instant now = clock.instant();
        if (lookedAheadAt.plus(LOOK_AHEAD_EVERY).isBefore(now)) {
            lookedAheadAt = now;
            rotas.round(now);
            certificates.round(now);
            weekly.round(now);
        }
    }

    /** How long nobody has looked who is to be told next. */
    Duration sinceRound() {
        return Duration.ofNanos(System.nanoTime() - roundNanos);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping.countDown();
        if (!thread.join(STOPPING)) {
            thread.interrupt();
        }
    }
}
