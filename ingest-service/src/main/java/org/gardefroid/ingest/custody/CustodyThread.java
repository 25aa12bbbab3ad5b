package org.gardefroid.ingest.custody;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gardefroid.ingest.judge.JudgingSettings;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that judges goods. It is another than that of the rules, which a long look into the past must not keep waiting. */
@Singleton
final class CustodyThread implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(CustodyThread.class);

    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final CustodyLoop loop;
    private final Thread thread = Thread.ofPlatform().name("custody").daemon().unstarted(this::run);
    private final CountDownLatch stopping = new CountDownLatch(1);

    CustodyThread(Transactions transactions, CustodyInbox inbox, InstantSource clock, JudgingSettings settings) {
        this.loop = new CustodyLoop(transactions, inbox, clock, settings.patience(), new Verdicts());
    }

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
        try {
            loop.round();
            return IDLE;
        } catch (SQLException | RuntimeException e) {
            LOG.error("goods are not judged, and are tried again because={}", e.getMessage(), e);
            return AFTER_TROUBLE;
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping.countDown();
        thread.join(STOPPING);
    }
}
