package org.gardefroid.ingest.receive;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * The threads between the broker and the database: one sorts and decodes the next group while others store the one before,
 * each that of its devices. All wait for each other, so that nothing grows.
 */
@Context
final class Reception {

    /** Nothing has to be done more often than this while nothing arrives. */
    private static final Duration IDLE = Duration.ofMillis(500);

    private final ReceiveSettings settings;
    private final Fleet fleet;
    private final ArrivalQueue queue;
    private final BrokerLink link;
    private final Shards shards;
    private final Sorting sorting;
    private final List<Writer> writers = new ArrayList<>();
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
        for (int i = 0; i < settings.writers(); i++) {
            Answers answers = new Answers(store, link);
            writers.add(new Writer(new Storing(new GroupCommit(store), shards.keeper(),
                    new Strangers(transactions, directories), packs, answers, metrics, () -> stopped), answers,
                    () -> stopped));
        }
        metrics.watchQueue(queue::size);
    }

    boolean databaseAnswers() {
        return writers.stream().allMatch(Writer::databaseAnswers);
    }

    @PostConstruct
    void start() {
        fleet.enterConfigured();
        Thread.ofPlatform().name("receive-decode").daemon().start(this::decode);
        for (int i = 0; i < writers.size(); i++) {
            writers.get(i).start(i + 1);
        }
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
                    List<Group> groups = sort(arrivals).split(writers.size());
                    for (int i = 0; i < groups.size(); i++) {
                        writers.get(i).hand(groups.get(i));
                    }
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
}
