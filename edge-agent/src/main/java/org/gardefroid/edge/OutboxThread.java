package org.gardefroid.edge;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gardefroid.edge.delivery.JournalStore;
import org.gardefroid.edge.delivery.Outbox;
import org.gardefroid.edge.uplink.Inbox;
import org.gardefroid.edge.uplink.Way;
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
    private static final long NOT_TOLD = Long.MAX_VALUE;

    private final LongSupplier millis;
    private final JournalStore store;
    private final BriefFile briefs;
    private final Consumer<Cycle> afterEach;
    private final BlockingQueue<BiConsumer<Outbox, Recorder>> fromLink = new LinkedBlockingQueue<>(LONGEST_LINE);
    private final BlockingQueue<BiConsumer<Outbox, Recorder>> line = new LinkedBlockingQueue<>(LONGEST_LINE);
    private final LinkState link;
    private volatile @Nullable RuntimeException failure;
    private volatile long stopByMillis = NOT_TOLD;
    private volatile boolean sourceEnded;

    /** @param afterEach is told of each cycle once it is recorded, on this thread */
    OutboxThread(LongSupplier millis, JournalStore store, BriefFile briefs, LinkState link,
            Consumer<Cycle> afterEach) {
        this.millis = millis;
        this.store = store;
        this.briefs = briefs;
        this.link = link;
        this.afterEach = afterEach;
    }

    /**
     * Works until it is told to stop; then what is not sealed yet is.
     *
     * @param untilDelivered stop when the source has ended and nothing is left to deliver; told to stop, deliver first,
     *     though not for long
     */
    void run(Outbox outbox, Recorder recorder, boolean untilDelivered) throws InterruptedException {
        while (!isDone(untilDelivered, outbox, recorder)) {
            BiConsumer<Outbox, Recorder> next = line.poll(waiting(outbox), TimeUnit.MILLISECONDS);
            link.follow(outbox, millis.getAsLong());
            empty(fromLink, outbox, recorder);
            if (next != null) {
                next.accept(outbox, recorder);
            }
            outbox.tick(millis.getAsLong());
            RuntimeException failed = failure;
            if (failed != null) {
                throw failed;
            }
        }
        finish(outbox, recorder);
    }

    private boolean isDone(boolean untilDelivered, Outbox outbox, Recorder recorder) {
        boolean isTold = stopByMillis != NOT_TOLD;
        if (isTold && !sourceEnded) {
            finish(outbox, recorder);
            sourceEnded = true;
        }
        return isTold && (!untilDelivered || millis.getAsLong() >= stopByMillis)
                || untilDelivered && sourceEnded && line.isEmpty() && allIsDelivered();
    }

    private void finish(Outbox outbox, Recorder recorder) {
        empty(line, outbox, recorder);
        recorder.sealAll();
    }

    private static void empty(BlockingQueue<BiConsumer<Outbox, Recorder>> queue, Outbox outbox, Recorder recorder) {
        for (BiConsumer<Outbox, Recorder> next = queue.poll(); next != null; next = queue.poll()) {
            next.accept(outbox, recorder);
        }
    }

    private long waiting(Outbox outbox) {
        OptionalLong wake = outbox.wakeAtMillis();
        long wait = wake.isPresent() ? wake.getAsLong() - millis.getAsLong() : LONGEST_WAIT_MILLIS;
        return line.isEmpty() ? Math.clamp(wait, SHORTEST_WAIT_MILLIS, LONGEST_WAIT_MILLIS) : 0;
    }

    private boolean allIsDelivered() {
        return store.journals().stream().allMatch(journal -> journal.toSend().isEmpty() && journal.dropped().isEmpty());
    }

    void cycle(Cycle cycle) throws InterruptedException {
        line.put((_, recorder) -> {
            if (!cycle.found().isEmpty()) {
                recorder.record(cycle);
            } else {
                recorder.turn();
            }
            afterEach.accept(cycle);
        });
    }

    void sourceEnded() throws InterruptedException {
        line.put((_, recorder) -> {
            recorder.sealAll();
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
        boolean waits = line.offer((_, _) -> {});
        LOG.trace("woken waits={}", waits);
    }

    @Override
    public void connected(Way way) {
        link.up(way);
        wake();
    }

    @Override
    public void notConnected(Way way, String reason) {
        link.notUp(way, reason);
    }

    @Override
    public void disconnected() {
        link.down();
        wake();
    }

    @Override
    public void receiptArrived(Receipt receipt) {
        takeIfRoom("receipt", (outbox, _) -> outbox.receiptArrived(receipt, millis.getAsLong()));
    }

    @Override
    public void helloArrived() {
        takeIfRoom("hello", (outbox, _) -> outbox.helloArrived(millis.getAsLong()));
    }

    @Override
    public void briefArrived(byte[] content) {
        takeIfRoom("brief", (_, _) -> briefs.arrived(content));
    }

    /** The link must not be held up, and all of this may be lost on the way as well. */
    private void takeIfRoom(String what, BiConsumer<Outbox, Recorder> task) {
        if (!fromLink.offer(task)) {
            LOG.warn("message dropped, too much waits what={}", what);
        }
        wake();
    }
}
