package org.gardefroid.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.gardefroid.edge.delivery.CardFullException;
import org.gardefroid.edge.delivery.JournalStore;
import org.gardefroid.edge.delivery.Outbox;
import org.gardefroid.edge.sampling.Ledger;
import org.gardefroid.edge.sampling.Sampled;
import org.gardefroid.edge.uplink.Inbox;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that touches the outbox: what was sampled and what came over the link waits in line for it.
 *
 * <p>Both lines are bounded. Who samples waits when his is full; what comes over the link is then dropped, which a receipt
 * may be at any time. What came over the link goes first, or a long catching up would shut it out.
 */
final class OutboxThread implements Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxThread.class);

    /** Whoever stops the agent kills it after 20 s. */
    static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private static final int LONGEST_LINE = 1_000;
    private static final long LONGEST_WAIT_MILLIS = 1_000;
    private static final long SHORTEST_WAIT_MILLIS = 5;
    private static final Duration FORGET_EVERY = Duration.ofDays(1);

    private final BlockingQueue<Runnable> fromLink = new LinkedBlockingQueue<>(LONGEST_LINE);
    private final BlockingQueue<Runnable> line = new LinkedBlockingQueue<>(LONGEST_LINE);
    private final LongSupplier millis;
    private final JournalStore store;
    private final BriefFile briefs;
    private final Account account;
    private final Optional<Ledger> ledger;
    private final Duration sealEvery;
    private final Judging judging;
    private final AtomicInteger ups = new AtomicInteger();
    private final AtomicInteger downs = new AtomicInteger();
    private volatile @Nullable RuntimeException failure;
    private volatile long stopByMillis = Long.MAX_VALUE;

    // Of the one thread:
    private @Nullable Outbox outbox;
    private Optional<Instant> forgotten = Optional.empty();
    private long unsealedSinceMillis = Long.MAX_VALUE;
    private long ledgerLines;
    private int upsSeen;
    private boolean isUp;
    private boolean sourceEnded;

    /** What is told of each batch once it is on the card. */
    interface Judging {
        void sealed(Batch batch);
    }

    OutboxThread(LongSupplier millis, JournalStore store, BriefFile briefs, Account account, Optional<Ledger> ledger,
            Duration sealEvery, Judging judging) {
        this.millis = millis;
        this.store = store;
        this.briefs = briefs;
        this.account = account;
        this.ledger = ledger;
        this.sealEvery = sealEvery;
        this.judging = judging;
    }

    /**
     * Works until it is told to stop; then what is not sealed yet is.
     *
     * @param untilDelivered stop when the source has ended and nothing is left to deliver; told to stop, deliver first,
     *     though not for long
     */
    void run(Outbox opened, boolean untilDelivered) throws InterruptedException {
        outbox = opened;
        while (!isDone(untilDelivered)) {
            Runnable next = line.poll(waiting(opened), TimeUnit.MILLISECONDS);
            followLink(opened);
            for (Runnable first = fromLink.poll(); first != null; first = fromLink.poll()) {
                first.run();
            }
            if (next != null) {
                next.run();
            }
            opened.tick(millis.getAsLong());
            RuntimeException failed = failure;
            if (failed != null) {
                throw failed;
            }
        }
        finishLine();
    }

    private boolean isDone(boolean untilDelivered) {
        boolean isTold = stopByMillis != Long.MAX_VALUE;
        if (isTold && !sourceEnded) {
            finishLine();
            sourceEnded = true;
        }
        return isTold && (!untilDelivered || millis.getAsLong() >= stopByMillis)
                || untilDelivered && sourceEnded && line.isEmpty() && allIsDelivered();
    }

    private void finishLine() {
        for (Runnable next = line.poll(); next != null; next = line.poll()) {
            next.run();
        }
        sealAll();
    }

    /** Whether the link is up is not a message that waits in line: it must not be dropped, nor be heard late. */
    private void followLink(Outbox opened) {
        int upsNow = ups.get();
        boolean isUpNow = upsNow > downs.get();
        if (isUp && (!isUpNow || upsNow != upsSeen)) {
            opened.disconnected(millis.getAsLong());
        }
        if (isUpNow && (!isUp || upsNow != upsSeen)) {
            opened.connected(millis.getAsLong());
        }
        isUp = isUpNow;
        upsSeen = upsNow;
    }

    private long waiting(Outbox opened) {
        OptionalLong wake = opened.wakeAtMillis();
        long wait = wake.isPresent() ? wake.getAsLong() - millis.getAsLong() : LONGEST_WAIT_MILLIS;
        return line.isEmpty() ? Math.clamp(wait, SHORTEST_WAIT_MILLIS, LONGEST_WAIT_MILLIS) : 0;
    }

    private boolean allIsDelivered() {
        return store.journals().stream().allMatch(journal -> journal.toSend().isEmpty() && journal.dropped().isEmpty());
    }

    void cycle(Cycle cycle) throws InterruptedException {
        line.put(() -> record(cycle));
    }

    void sourceEnded() throws InterruptedException {
        line.put(() -> {
            sealAll();
            sourceEnded = true;
        });
    }

    /** Ends the agent with this. */
    void failed(RuntimeException e) {
        failure = e;
        wake();
    }

    /** Who samples has been stopped before. */
    void stop() {
        stopByMillis = millis.getAsLong() + LONGEST_STOP.toMillis();
        wake();
    }

    /** One that is at work needs no waking. */
    private void wake() {
        boolean waits = line.offer(() -> {});
        LOG.trace("woken waits={}", waits);
    }

    private void record(Cycle cycle) {
        for (Sampled sampled : cycle.found()) {
            JournalRecord record = new JournalRecord(cycle.at().monotonicMillis(), sampled.observation());
            int givenUp = outbox().record(record, cycle.at().batchClock(), cycle.brief(), sampled.urgent());
            account.recorded(sampled.observation() instanceof Measured);
            if (givenUp > 0) {
                LOG.error("records given up, the card takes none records={}", givenUp);
            }
        }
        ledgerLines = cycle.ledgerLines();
        unsealedSinceMillis = Math.min(unsealedSinceMillis, cycle.at().monotonicMillis());
        if (cycle.isPressing() || cycle.at().monotonicMillis() - unsealedSinceMillis >= sealEvery.toMillis()) {
            sealAll();
        }
        cycle.at().wall().ifPresent(this::forgetOld);
    }

    private void sealAll() {
        try {
            List<Batch> batches = outbox().sealAll(millis.getAsLong());
            unsealedSinceMillis = Long.MAX_VALUE;
            account.sealed(batches.size());
            ledger.ifPresent(file -> file.committed(ledgerLines));
            batches.forEach(judging::sealed);
        } catch (CardFullException e) {
            LOG.error("card full reason=\"{}\"", e.getMessage()); // the records wait in memory for the next cycle
        }
    }

    private void forgetOld(Instant now) {
        if (forgotten.isEmpty() || Duration.between(forgotten.get(), now).compareTo(FORGET_EVERY) >= 0) {
            forgotten = Optional.of(now);
            outbox().forgetOld(now);
        }
    }

    private Outbox outbox() {
        if (outbox == null) {
            throw new IllegalStateException("not running yet");
        }
        return outbox;
    }

    @Override
    public void connected() {
        ups.incrementAndGet();
        wake();
    }

    @Override
    public void disconnected() {
        downs.incrementAndGet();
        wake();
    }

    @Override
    public void receiptArrived(Receipt receipt) {
        takeIfRoom("receipt", () -> outbox().receiptArrived(receipt, millis.getAsLong()));
    }

    @Override
    public void helloArrived() {
        takeIfRoom("hello", () -> outbox().helloArrived(millis.getAsLong()));
    }

    @Override
    public void briefArrived(byte[] content) {
        takeIfRoom("brief", () -> briefs.arrived(content));
    }

    /** The link must not be held up, and all of this may be lost on the way as well. */
    private void takeIfRoom(String what, Runnable task) {
        if (!fromLink.offer(task)) {
            LOG.warn("message dropped, too much waits what={}", what);
        }
        wake();
    }
}
