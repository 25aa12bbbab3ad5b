package org.gardefroid.ingest.notify;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that sends what is due, and writes down what the mail server said. Killed between the two, it sends the same
 * message again, under the same key: at least once is what an alarm needs.
 */
@Singleton
final class Postman implements ApplicationEventListener<StartupEvent>, MailWaiting {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** Looks by itself as well: another instance may have written what is due. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final PostBox postBox;
    private final SmtpPeer peer;
    private final InstantSource clock;
    private final DeliveryRecords records;
    private final Couriers couriers;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("postman").unstarted(this::run);
    private volatile boolean stopping;
    private volatile long roundNanos = System.nanoTime();

    Postman(PostBox postBox, SmtpPeer peer, Couriers couriers, DeliveryRecords records, InstantSource clock) {
        this.postBox = postBox;
        this.peer = peer;
        this.clock = clock;
        this.couriers = couriers;
        this.records = records;
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
                boolean more = round();
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

    /** @return whether there may be more to do at once */
    boolean round() throws SQLException {
        couriers.sendDue(clock.instant(), this::wake);
        List<Posted> due = postBox.due(true, clock.instant());
        if (due.isEmpty()) {
            return false;
        }
        try (SmtpPeer.Connection connection = peer.connect()) {
            for (Posted posted : due) {
                if (!connection.isOpen()) {
                    return true;
                }
                records.write(posted, connection.send(posted));
            }
        } catch (MessagingException e) {
            // Nobody was reached, or nobody who lets us in: that says nothing of the message itself.
            for (Posted posted : due) {
                records.write(posted, new Delivery.Later(e.getClass().getSimpleName() + ": " + e.getMessage()));
            }
        } catch (IOException e) {
            for (Posted posted : due) {
                records.write(posted, new Delivery.Later("gardefroid.mail.password: " + e));
            }
        }
        return true;
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
