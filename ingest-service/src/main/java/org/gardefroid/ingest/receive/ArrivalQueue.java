package org.gardefroid.ingest.receive;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.gardefroid.ingest.mqtt.Arrival;
import org.gardefroid.ingest.mqtt.Inbound;

/**
 * The one queue between the broker and the database, bounded by messages and by bytes. When it is full, whoever offers
 * waits, and with it the broker: nothing is thrown away that would have to be sent again.
 */
final class ArrivalQueue implements Inbound {

    private final int mostMessages;
    private final long mostBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();
    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private long bytes;
    private int wanted = 1;

    ArrivalQueue(int mostMessages, long mostBytes) {
        this.mostMessages = mostMessages;
        this.mostBytes = mostBytes;
    }

    @Override
    public boolean offer(Arrival arrival, Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            // One that is larger than all the room there is still enters when the queue is empty.
            while (arrivals.size() >= mostMessages
                    || (bytes + arrival.payload().length > mostBytes && !arrivals.isEmpty())) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = notFull.awaitNanos(nanos);
            }
            arrivals.addLast(arrival);
            bytes += arrival.payload().length;
            if (arrivals.size() >= wanted) {
                notEmpty.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What has arrived: at most so many messages and bytes, gathered for at most {@code gather} after the first of them
     * came. Waits for the first no longer than {@code patience}, and then gives nothing.
     */
    List<Arrival> take(int most, long mostBytesTaken, Duration gather, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            while (arrivals.isEmpty()) {
                if (nanos <= 0) {
                    return List.of();
                }
                nanos = notEmpty.awaitNanos(nanos);
            }
            long left = arrivals.getFirst().receivedNanos() + gather.toNanos() - System.nanoTime();
            wanted = Math.min(most, mostMessages);
            while (left > 0 && arrivals.size() < wanted && bytes < mostBytesTaken) {
                left = notEmpty.awaitNanos(left);
            }
            wanted = 1;
            return drain(most, mostBytesTaken);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return arrivals.size();
        } finally {
            lock.unlock();
        }
    }

    private List<Arrival> drain(int most, long mostBytesTaken) {
        List<Arrival> taken = new ArrayList<>(Math.min(most, arrivals.size()));
        long takenBytes = 0;
        while (!arrivals.isEmpty() && taken.size() < most && (taken.isEmpty() || takenBytes < mostBytesTaken)) {
            Arrival arrival = arrivals.removeFirst();
            takenBytes += arrival.payload().length;
            taken.add(arrival);
        }
        bytes -= takenBytes;
        notFull.signalAll();
        return taken;
    }
}
