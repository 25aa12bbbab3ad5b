package org.gardefroid.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gardefroid.edge.sampling.Sampled;
import org.gardefroid.telemetry.Event;

/** What a person has told the box, waiting for the next cycle to date and record it. From any thread to the sampling one. */
final class Told {

    private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();

    /** The last event of each who waits to know whether it is on the card: that one, and no other that says the same. */
    private final Map<Object, CompletableFuture<Boolean>> waiting = Collections
            .synchronizedMap(new IdentityHashMap<>());

    void tell(Event event) {
        events.add(event);
    }

    /**
     * Tells all of it, and waits until it was recorded.
     *
     * @param told at least one
     * @param longest after which nobody knows
     * @return whether it is on the card
     */
    boolean record(List<Event> told, Duration longest) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        waiting.put(told.getLast(), answer);
        told.forEach(this::tell);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the agent stops
            return false;
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } finally {
            waiting.remove(told.getLast());
        }
    }

    /** What a cycle found was given to the card, and is on it or not. */
    void recorded(List<Sampled> found, boolean isOnTheCard) {
        for (Sampled sampled : found) {
            CompletableFuture<Boolean> answer = waiting.get(sampled.observation());
            if (answer != null) {
                answer.complete(isOnTheCard);
            }
        }
    }

    /** In the order in which they were told; nothing is lost between two calls. */
    List<Event> toldSinceLastAsked() {
        List<Event> taken = new ArrayList<>();
        for (Event event = events.poll(); event != null; event = events.poll()) {
            taken.add(event);
        }
        return taken;
    }
}
