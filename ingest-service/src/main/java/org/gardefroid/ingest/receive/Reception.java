package org.gardefroid.ingest.receive;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gardefroid.ingest.guard.GroupCommit;
import org.gardefroid.ingest.guard.GuardStore;
import org.gardefroid.ingest.guard.StoreUnavailableException;
import org.gardefroid.ingest.mqtt.Arrival;
import org.gardefroid.ingest.mqtt.BrokerLink;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.registry.Fleet;
import org.gardefroid.ingest.store.Transactions;

/**
 * The two threads between the broker and the database: one sorts and decodes the next group while the other stores the one
 * before. Both wait for each other, so that nothing grows.
 */
@Context
final class Reception {

    /** Nothing has to be done more often than this while nothing arrives. */
    private static final Duration IDLE = Duration.ofMillis(500);

    private final ReceiveSettings settings;
    private final Fleet fleet;
    private final ArrivalQueue queue;
    private final BlockingQueue<Group> decoded = new ArrayBlockingQueue<>(1);
    private final BrokerLink link;
    private final Shards shards;
    private final Sorting sorting;
    private final Answers answers;
    private final Storing storing;
    private volatile boolean stopped;

    Reception(ReceiveSettings settings, BrokerLink link, Shards shards, Transactions transactions,
            Directories directories,
            GuardStore store, ForeignPacks packs, Fleet fleet, ReceiveMetrics metrics) {
        this.settings = settings;
        this.fleet = fleet;
        this.queue = new ArrivalQueue(settings.queueMessages(), settings.queueBytes());
        this.link = link;
        this.shards = shards;
        this.sorting = new Sorting(new Screening(directories));
        this.answers = new Answers(store, link);
        this.storing = new Storing(new GroupCommit(store), shards.keeper(), new Strangers(transactions, directories),
                packs,
                answers, metrics, () -> stopped);
        metrics.watchQueue(queue::size);
    }

    boolean databaseAnswers() {
        return storing.databaseAnswers();
    }

    @PostConstruct
    void start() {
        fleet.enterConfigured();
        Thread.ofPlatform().name("receive-decode").daemon().start(this::decode);
        Thread.ofPlatform().name("receive-store").daemon().start(this::store);
        shards.start();
        link.open(queue, shards::connected);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        link.close();
        shards.stop();
    }

    private void decode() {
        try {
            while (!stopped) {
                List<Arrival> arrivals = queue.take(settings.groupMessages(), settings.groupBytes(), settings.gather(),
                        IDLE);
                if (!arrivals.isEmpty()) {
                    decoded.put(sort(arrivals));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be decided without the database waits for it. */
    private Group sort(List<Arrival> arrivals) throws InterruptedException {
        while (true) {
            try {
                return sorting.sort(arrivals);
            } catch (StoreUnavailableException e) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private void store() {
        try {
            while (!stopped) {
                Group group = decoded.poll(patienceMillis(), TimeUnit.MILLISECONDS);
                if (group != null) {
                    storing.store(group);
                }
                answers.sendDue(nowMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long patienceMillis() {
        OptionalLong wake = answers.wakeAtMillis();
        return wake.isEmpty() ? IDLE.toMillis() : Math.clamp(wake.getAsLong() - nowMillis(), 0, IDLE.toMillis());
    }

    private static long nowMillis() {
        return System.nanoTime() / 1_000_000;
    }
}
