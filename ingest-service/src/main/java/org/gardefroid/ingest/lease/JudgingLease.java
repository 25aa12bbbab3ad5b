package org.gardefroid.ingest.lease;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.guard.ShardLease;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance at a time judges and tells people, whoever stores: two would tell everything twice, and each would take for
 * silence what the other has stored. The others stand by, and take over within a lease's term.
 */
@Context
public final class JudgingLease {

    private static final Logger LOG = LoggerFactory.getLogger(JudgingLease.class);

    /** Among the shards, past the last that a device can have. */
    static final int NUMBER = 1_024;

    private final Transactions transactions;
    private final LeaseKeeper keeper;
    private final CountDownLatch stopping = new CountDownLatch(1);

    JudgingLease(Transactions transactions, @Value("${gardefroid.broker.client-id}") String instance) {
        this.transactions = transactions;
        this.keeper = new LeaseKeeper(transactions, instance, List.of(NUMBER));
        keeper.renew();
        Thread.ofPlatform().name("judging lease").daemon().start(this::keep);
    }

    /** What this instance believes to hold: certain only within {@link #under}. */
    public Optional<Lease> held() {
        return Optional.ofNullable(keeper.held().get(NUMBER));
    }

    public boolean isHeld() {
        return held().isPresent();
    }

    /** Transactions that fail with a {@code LeaseLostException} once another instance judges. */
    public Transactions under(Lease lease) {
        return transactions.behind(connection -> Leases.fence(connection, List.of(lease)));
    }

    /** Asks at once whether it still is this instance's. */
    public void renew() {
        keeper.renew();
    }

    private void keep() {
        Duration third = ShardLease.DEFAULT.term().dividedBy(3);
        try {
            while (!stopping.await(third.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    keeper.renew();
                } catch (RuntimeException e) { // or it would be renewed no more
                    LOG.error("judging lease not renewed", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
        keeper.releaseAll();
    }
}
