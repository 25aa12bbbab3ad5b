package org.gardefroid.system.protocol;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gardefroid.edge.delivery.CardFullException;
import org.gardefroid.edge.delivery.JournalState;
import org.gardefroid.edge.delivery.JournalStore;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Sha256;

/** A card in memory, which can be full, lose its last writes, and be replaced by an older copy of itself. */
final class SimCard implements JournalStore {

    private static final int MOST_LOST_WRITES = 3;

    private final DeviceId device;
    private final Simulation simulation;
    private final Ledger ledger;
    private final Plant plant;
    private final boolean losesWrites;
    private final long capacity;
    private final Deque<Content> beforeLastWrites = new ArrayDeque<>();
    private Content content = new Content(new LinkedHashMap<>());
    private double fullForNow;
    private double crashes;

    /** What is on it; a copy shares what never changes. */
    private record Content(Map<JournalId, OnCard> journals) {

        Content copy() {
            Map<JournalId, OnCard> copies = new LinkedHashMap<>();
            journals.forEach((id, journal) -> copies.put(id, journal.copy()));
            return new Content(copies);
        }

        long bytes() {
            return journals.values().stream().flatMap(journal -> journal.batches.values().stream())
                    .mapToLong(batch -> batch.content().length).sum();
        }
    }

    private static final class OnCard {
        final TreeMap<Long, SealedBatch> batches = new TreeMap<>();
        long lastNumber;
        Sha256 lastHash = Sha256.NONE;
        NumberSet delivered = NumberSet.EMPTY;
        NumberSet rejected = NumberSet.EMPTY;
        NumberSet dropped = NumberSet.EMPTY;

        OnCard copy() {
            OnCard copy = new OnCard();
            copy.batches.putAll(batches);
            copy.lastNumber = lastNumber;
            copy.lastHash = lastHash;
            copy.delivered = delivered;
            copy.rejected = rejected;
            copy.dropped = dropped;
            return copy;
        }

        JournalState state(JournalId id) {
            NumberSet urgent = NumberSet.of(batches.values().stream().filter(SealedBatch::urgent)
                    .mapToLong(batch -> batch.id().number()).toArray());
            return new JournalState(id, lastNumber, lastHash, delivered, rejected, dropped, urgent);
        }

        NumberSet settled() {
            return delivered.union(rejected);
        }
    }

    SimCard(DeviceId device, Simulation simulation, Ledger ledger, Plant plant, boolean losesWrites, long capacity) {
        this.device = device;
        this.simulation = simulation;
        this.ledger = ledger;
        this.plant = plant;
        this.losesWrites = losesWrites;
        this.capacity = capacity;
    }

    void beFaulty(double fullForNow, double crashes) {
        this.fullForNow = fullForNow;
        this.crashes = crashes;
    }

    /** A copy of the card as it is now, to be put back later. */
    Runnable backup() {
        Content copy = content.copy();
        return () -> {
            content = copy.copy();
            beforeLastWrites.clear();
        };
    }

    /** The power went while a lying card still had its last writes in its cache. */
    void loseLastWrites(int writes) {
        for (int i = 0; i < writes && !beforeLastWrites.isEmpty(); i++) {
            content = beforeLastWrites.removeLast();
        }
        beforeLastWrites.clear();
    }

    @Override
    public List<JournalState> journals() {
        List<JournalState> states = new ArrayList<>();
        content.journals.forEach((id, journal) -> states.add(journal.state(id)));
        return states;
    }

    @Override
    public void seal(SealedBatch batch, Map<JournalId, NumberSet> givenUp) {
        write(() -> {
            givenUp.forEach((id, numbers) -> {
                OnCard journal = journal(id);
                numbers.ranges().forEach(range -> journal.batches.subMap(range.first(), range.last() + 1).clear());
                journal.dropped = journal.dropped.union(numbers);
            });
            if (capacity - content.bytes() < batch.content().length) {
                throw new CardFullException("full");
            }
            OnCard journal = content.journals.computeIfAbsent(batch.id().journal(), id -> new OnCard());
            if (batch.id().number() != journal.lastNumber + 1) {
                throw new Violation(batch + " does not follow " + journal.lastNumber);
            }
            journal.batches.put(batch.id().number(), batch);
            journal.lastNumber = batch.id().number();
            journal.lastHash = batch.hash();
            ledger.sealed(batch);
            givenUp.forEach(this::tellDropped);
        });
    }

    @Override
    public Optional<SealedBatch> batch(JournalId id, long number) {
        OnCard journal = content.journals.get(id);
        return journal == null ? Optional.empty() : Optional.ofNullable(journal.batches.get(number));
    }

    @Override
    public void markDelivered(JournalId id, NumberSet numbers) {
        write(() -> {
            OnCard journal = journal(id);
            journal.delivered = journal.delivered.union(numbers);
            journal.rejected = journal.rejected.minus(numbers);
            journal.dropped = journal.dropped.minus(numbers);
            if (plant == Plant.DELIVERED_DELETED_AT_ONCE) {
                journal.batches.keySet().removeIf(numbers::contains);
            }
        });
    }

    @Override
    public void markRejected(JournalId id, NumberSet numbers) {
        write(() -> {
            OnCard journal = journal(id);
            journal.rejected = journal.rejected.union(numbers);
            journal.dropped = journal.dropped.minus(numbers);
        });
    }

    @Override
    public void markUndelivered(JournalId id, NumberSet numbers) {
        write(() -> {
            OnCard journal = journal(id);
            journal.delivered = journal.delivered.minus(numbers);
            journal.rejected = journal.rejected.minus(numbers);
            NumberSet kept = NumberSet.of(journal.batches.keySet().stream().mapToLong(Long::longValue).toArray());
            NumberSet gone = numbers.minus(kept);
            journal.dropped = journal.dropped.union(gone);
            tellDropped(id, gone);
        });
    }

    @Override
    public void giveUp(JournalId id, NumberSet numbers) {
        write(() -> {
            OnCard journal = journal(id);
            journal.dropped = journal.dropped.union(numbers);
            numbers.ranges().forEach(range -> journal.batches.subMap(range.first(), true, range.last(), true).clear());
            tellDropped(id, numbers);
        });
    }

    private void tellDropped(JournalId journal, NumberSet numbers) {
        for (NumberRange range : numbers.ranges()) {
            for (long number = range.first(); number <= range.last(); number++) {
                ledger.givenUp(new BatchId(device, journal, number));
            }
        }
    }

    @Override
    public void forgetDelivered(Instant instant) {
        throw new UnsupportedOperationException("a schedule is shorter than thirty days");
    }

    @Override
    public long freeDelivered(long bytes) {
        long[] freed = {0};
        write(() -> content.journals.values().forEach(journal -> {
            NumberSet settled = journal.settled();
            journal.batches.values().removeIf(batch -> {
                boolean goes = freed[0] < bytes && settled.contains(batch.id().number());
                freed[0] += goes ? batch.content().length : 0;
                return goes;
            });
        }));
        return freed[0];
    }

    @Override
    public Map<JournalId, NumberSet> oldestUndelivered(long bytes) {
        Map<JournalId, NumberSet> oldest = new LinkedHashMap<>();
        long found = 0;
        for (Map.Entry<JournalId, OnCard> entry : content.journals.entrySet()) {
            for (SealedBatch batch : entry.getValue().batches.values()) {
                long number = batch.id().number();
                if (found < bytes && !entry.getValue().settled().contains(number)) {
                    oldest.merge(entry.getKey(), NumberSet.of(number), NumberSet::union);
                    found += batch.content().length;
                }
            }
        }
        return oldest;
    }

    @Override
    public long room() {
        return capacity - content.bytes();
    }

    private OnCard journal(JournalId id) {
        OnCard journal = content.journals.get(id);
        if (journal == null) {
            throw new Violation("no journal " + id + " on the card");
        }
        return journal;
    }

    private void write(Runnable change) {
        if (simulation.chance(fullForNow)) {
            throw new CardFullException("full for now");
        }
        if (simulation.chance(crashes)) {
            throw new Crash("before a write");
        }
        Content before = losesWrites || capacity < Long.MAX_VALUE ? content.copy() : content;
        try {
            change.run();
        } catch (CardFullException full) {
            content = before;
            throw full;
        }
        if (losesWrites) {
            beforeLastWrites.addLast(before);
            if (beforeLastWrites.size() > MOST_LOST_WRITES) {
                beforeLastWrites.removeFirst();
            }
        }
        if (simulation.chance(crashes)) {
            throw new Crash("after a write");
        }
    }
}
