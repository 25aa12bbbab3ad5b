package org.gardefroid.ingest.receive;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.gardefroid.ingest.guard.GroupCommit;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.guard.LeaseLostException;
import org.gardefroid.ingest.guard.RefusedException;
import org.gardefroid.ingest.guard.StoreUnavailableException;
import org.gardefroid.ingest.lease.LeaseKeeper;
import org.gardefroid.telemetry.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores groups, one after the other, and hands what is committed to those who answer. A group is tried until the database
 * has it or somebody else holds its shard: until then nothing of it is receipted.
 */
final class Storing {

    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final GroupCommit groupCommit;
    private final LeaseKeeper leases;
    private final Strangers strangers;
    private final ForeignPacks packs;
    private final Answers answers;
    private final ReceiveMetrics metrics;
    private final CommitTelling telling;
    private final BooleanSupplier stopped;
    private volatile boolean databaseAnswers = true;

    Storing(GroupCommit groupCommit, LeaseKeeper leases, Strangers strangers, ForeignPacks packs, Answers answers,
            ReceiveMetrics metrics, BooleanSupplier stopped) {
        this.groupCommit = groupCommit;
        this.leases = leases;
        this.strangers = strangers;
        this.packs = packs;
        this.answers = answers;
        this.metrics = metrics;
        this.telling = new CommitTelling(answers, metrics);
        this.stopped = stopped;
    }

    boolean databaseAnswers() {
        return databaseAnswers;
    }

    void store(Group group) {
        if (!group.batches.isEmpty()) {
            untilItIs(() -> commit(group.batches));
        }
        for (Group.Pack pack : group.packs) {
            untilItIs(() -> commit(pack));
        }
        for (Group.Refused refused : group.refused) {
            untilItIs(() -> {
                strangers.keep(refused);
                metrics.quarantined(refused.reason());
            });
        }
        for (Group.Asked asked : group.questions) { // after the batches that came with it
            answers.asked(asked.shard(), asked.device(), asked.question());
        }
    }

    private void commit(List<Group.FromAgent> batches) {
        Map<Integer, Lease> held = leases.held();
        List<Group.FromAgent> ours = batches.stream().filter(batch -> held.containsKey(batch.shard())).toList();
        Set<Lease> fences = new HashSet<>();
        ours.forEach(batch -> fences.add(held.get(batch.shard())));
        if (ours.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        try {
            telling.committed(ours, groupCommit.commit(ours.stream().map(Group.FromAgent::arrival).toList(), fences),
                    began);
        } catch (LeaseLostException e) {
            LOG.warn("group not stored, its shard is another's batches={} reason={}", ours.size(), e.getMessage());
            leases.renew();
            throw new StoreUnavailableException("a lease was lost", e); // what is still ours is stored at the next try
        } catch (RefusedException e) {
            oneByOne(ours, fences);
        }
    }

    /** The database refuses something even in quarantine: the others must not wait for it. */
    private void oneByOne(List<Group.FromAgent> batches, Set<Lease> fences) {
        for (Group.FromAgent batch : batches) {
            try {
                long began = System.nanoTime();
                telling.committed(List.of(batch), groupCommit.commit(List.of(batch.arrival()), fences), began);
            } catch (RefusedException e) {
                LOG.error("batch refused by the database, even in quarantine batch={}", batch.arrival(), e);
                metrics.quarantined(Rejection.REFUSED_BY_DATABASE);
            }
        }
    }

    private void commit(Group.Pack pack) {
        Lease lease = leases.held().get(pack.shard());
        if (lease == null) {
            return;
        }
        ForeignPacks.Outcome outcome = packs.store(pack, lease);
        answers.sendJson(pack.shard(), pack.device(), outcome.json());
        switch (outcome) {
            case ForeignPacks.Outcome.Stored(var hash, int stored, int repeated, int passedOver) ->
                metrics.stored(stored > 0 ? 1 : 0, stored);
            case ForeignPacks.Outcome.Rejected(var hash, Rejection reason, String detail) ->
                metrics.quarantined(reason);
        }
    }

    private void untilItIs(Runnable work) {
        Duration pause = FIRST_PAUSE;
        while (!stopped.getAsBoolean()) {
            try {
                work.run();
                if (!databaseAnswers) {
                    LOG.info("database answers again");
                    databaseAnswers = true;
                }
                return;
            } catch (RefusedException e) {
                LOG.error("message refused by the database, even in quarantine", e);
                return;
            } catch (StoreUnavailableException | LeaseLostException e) {
                if (databaseAnswers) {
                    LOG.warn("database does not answer, the group is tried again reason={}", e.getMessage());
                    databaseAnswers = false;
                }
                metrics.retried();
                pause = sleep(pause);
            } catch (RuntimeException e) { // a fault of ours: without a receipt it comes again, and we are not ready till then
                LOG.error("group not stored and not receipted", e);
                databaseAnswers = false;
                return;
            }
        }
    }

    private static Duration sleep(Duration pause) {
        try {
            Thread.sleep(
                    Duration.ofMillis(pause.toMillis() / 2 + ThreadLocalRandom.current().nextLong(pause.toMillis())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }
}
