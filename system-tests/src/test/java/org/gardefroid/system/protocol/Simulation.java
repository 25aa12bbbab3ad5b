package org.gardefroid.system.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Time and chance: what happens next is the event with the earliest time, and equal seeds give equal runs. */
final class Simulation {

    private static final Comparator<Event> ORDER = Comparator.comparingLong(Event::atMillis)
            .thenComparingLong(Event::sequence);

    /** Many times what a schedule usually has: somebody sends or asks again and again. */
    private static final long MOST_EVENTS = 20_000;

    private final PriorityQueue<Event> events = new PriorityQueue<>(ORDER);
    private final List<String> trace = new ArrayList<>();
    private final boolean traced;
    private final SplittableRandom random;
    private long nowMillis;
    private long sequence;

    private record Event(long atMillis, long sequence, Runnable action) {}

    Simulation(long seed, boolean traced) {
        this.random = new SplittableRandom(seed);
        this.traced = traced;
    }

    long nowMillis() {
        return nowMillis;
    }

    SplittableRandom random() {
        return random;
    }

    boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    void after(long delayMillis, Runnable action) {
        events.add(new Event(nowMillis + Math.max(0, delayMillis), sequence++, action));
    }

    void runUntil(long endMillis) {
        while (!events.isEmpty() && events.peek().atMillis <= endMillis) {
            if (sequence > MOST_EVENTS) {
                throw new Violation("no end in sight after " + MOST_EVENTS + " events");
            }
            Event next = events.remove();
            nowMillis = next.atMillis;
            next.action.run();
        }
        nowMillis = endMillis;
    }

    void tell(Supplier<String> line) {
        if (traced) {
            trace.add("%9.3f s  %s".formatted(nowMillis / 1000.0, line.get()));
        }
    }

    List<String> trace() {
        return trace;
    }
}
