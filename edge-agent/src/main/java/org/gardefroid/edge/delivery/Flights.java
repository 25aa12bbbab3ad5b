package org.gardefroid.edge.delivery;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;

/** The batches of which it is not known whether they arrived, oldest first, and the window that they have to fit in. */
final class Flights {

    private final DeliverySettings settings;
    private final Map<BatchId, Flight> inFlight = new LinkedHashMap<>();
    private int window;
    private long bytes;
    private long backlogBytes;

    private record Flight(int bytes, boolean backlog, long sentAtMillis) {}

    Flights(DeliverySettings settings) {
        this.settings = settings;
        this.window = settings.firstWindowBytes();
    }

    int window() {
        return window;
    }

    boolean isEmpty() {
        return inFlight.isEmpty();
    }

    boolean contains(BatchId id) {
        return inFlight.containsKey(id);
    }

    /** What begins below the limit may end above it: otherwise a large batch would never pass a small window. */
    boolean hasRoom(boolean backlog) {
        return inFlight.size() < settings.mostInFlight() - urgentReserve()
                && bytes < window
                && (!backlog || backlogBytes < (long) window * settings.backlogPercent() / 100);
    }

    /** What is urgent does not wait for bytes, only for its own few places. */
    boolean hasRoomForUrgent() {
        return inFlight.size() < settings.mostInFlight();
    }

    boolean hasRoomForUrgentWhileUnsure() {
        return inFlight.size() < 1 + urgentReserve();
    }

    private int urgentReserve() {
        return settings.mostInFlight() / 8;
    }

    void add(BatchId id, int size, boolean backlog, long nowMillis) {
        remove(id);
        inFlight.put(id, new Flight(size, backlog, nowMillis));
        bytes += size;
        backlogBytes += backlog ? size : 0;
    }

    /** These have arrived: the window grows by what they weighed, so that it doubles in each round trip. */
    boolean arrived(JournalId journal, NumberSet numbers) {
        long before = bytes;
        removeIf(journal, numbers, Long.MAX_VALUE);
        window = (int) Math.min(settings.mostWindowBytes(), window + before - bytes);
        return bytes < before;
    }

    /** These did not arrive, if they were sent before {@code sentBeforeMillis}. */
    void lost(JournalId journal, NumberSet numbers, long sentBeforeMillis) {
        removeIf(journal, numbers, sentBeforeMillis);
    }

    void halve() {
        window = Math.max(settings.leastWindowBytes(), window / 2);
    }

    void clear() {
        inFlight.clear();
        bytes = 0;
        backlogBytes = 0;
    }

    OptionalLong oldestSentAtMillis() {
        Iterator<Flight> flights = inFlight.values().iterator();
        return flights.hasNext() ? OptionalLong.of(flights.next().sentAtMillis) : OptionalLong.empty();
    }

    NumberSet of(JournalId journal) {
        return NumberSet.of(inFlight.keySet().stream().filter(id -> id.journal().equals(journal))
                .mapToLong(BatchId::number).toArray());
    }

    private void removeIf(JournalId journal, NumberSet numbers, long sentBeforeMillis) {
        inFlight.entrySet().removeIf(entry -> {
            BatchId id = entry.getKey();
            Flight flight = entry.getValue();
            boolean gone = id.journal().equals(journal) && numbers.contains(id.number())
                    && flight.sentAtMillis < sentBeforeMillis;
            if (gone) {
                bytes -= flight.bytes;
                backlogBytes -= flight.backlog ? flight.bytes : 0;
            }
            return gone;
        });
    }

    private void remove(BatchId id) {
        removeIf(id.journal(), NumberSet.of(id.number()), Long.MAX_VALUE);
    }
}
