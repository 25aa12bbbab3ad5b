package org.gardefroid.ingest.receive;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One of the threads that store: groups of its devices in their order, and then their receipts. One group may wait while
 * another is stored, so that nothing grows.
 */
final class Writer {

    /** Nothing has to be done more often than this while nothing arrives. */
    private static final Duration IDLE = Duration.ofMillis(500);

    private final BlockingQueue<Group> waiting = new ArrayBlockingQueue<>(1);
    private final Storing storing;
    private final Answers answers;
    private final BooleanSupplier stopped;

    Writer(Storing storing, Answers answers, BooleanSupplier stopped) {
        this.storing = storing;
        this.answers = answers;
        this.stopped = stopped;
    }

    void start(int number) {
        Thread.ofPlatform().name("receive-store-" + number).daemon().start(this::store);
    }

    /** Waits while another group waits already. */
    void hand(Group group) throws InterruptedException {
        if (!group.isEmpty()) {
            waiting.put(group);
        }
    }

    boolean databaseAnswers() {
        return storing.databaseAnswers();
    }

    private void store() {
        try {
            while (!stopped.getAsBoolean()) {
                Group group = waiting.poll(patienceMillis(), TimeUnit.MILLISECONDS);
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
