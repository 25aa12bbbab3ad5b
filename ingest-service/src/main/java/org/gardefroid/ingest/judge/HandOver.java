package org.gardefroid.ingest.judge;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gardefroid.ingest.receive.CommittedBatch;
import org.gardefroid.ingest.receive.CommittedConsumer;

/**
 * From the thread that stores to the one that judges. Bounded, and never waits: what it has no room for is stored already,
 * and is found in the database.
 */
@Singleton
final class HandOver implements CommittedConsumer {

    private final int mostRecords;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Handed> waiting = new ArrayDeque<>();
    private int records;
    private boolean overflowed;
    private boolean woken;

    HandOver(JudgingSettings settings) {
        this.mostRecords = settings.queueRecords();
    }

    /** @param nanos when it was committed, by {@link System#nanoTime} */
    record Handed(CommittedBatch batch, long nanos) {}

    @Override
    public void committed(List<CommittedBatch> batches) {
        long nanos = System.nanoTime();
        lock.lock();
        try {
            for (CommittedBatch batch : batches) {
                if (!waiting.isEmpty() && records + batch.records().size() > mostRecords) {
                    overflowed = true;
                } else {
                    waiting.add(new Handed(batch, nanos));
                    records += batch.records().size();
                }
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Up to about {@code most} records, after waiting for the first of them for {@code nanos} at the longest. */
    List<Handed> take(int most, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (waiting.isEmpty() && !overflowed && !woken && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
            List<Handed> taken = new ArrayList<>();
            int count = 0;
            while (!waiting.isEmpty() && count < most) {
                Handed handed = waiting.remove();
                count += handed.batch().records().size();
                taken.add(handed);
            }
            records -= count;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Whether something found no room since this was last asked. */
    boolean hasOverflowed() {
        lock.lock();
        try {
            boolean had = overflowed;
            overflowed = false;
            return had;
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** How long the oldest has been waiting. */
    Optional<Double> oldestSeconds() {
        lock.lock();
        try {
            return Optional.ofNullable(waiting.peek())
                    .map(handed -> (System.nanoTime() - handed.nanos()) / (double) TimeUnit.SECONDS.toNanos(1));
        } finally {
            lock.unlock();
        }
    }
}
