package org.gardefroid.edge.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Predecessor;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.BatchCodec;

/**
 * The journal of this start of the agent: gives batches their numbers, chains them, and makes room for them.
 *
 * <p>It never continues a journal that it finds: a card that was restored, or lost its last writes, would use a number
 * twice.
 */
final class Journal {

    /** More declarations than this wait for the next batch. */
    private static final int MOST_DECLARATIONS = 500;

    private final DeviceId device;
    private final JournalId id;
    private final JournalStore store;
    private final SealingSettings settings;
    private final BatchSealer sealer;
    private final Map<JournalId, NumberSet> toDeclare = new TreeMap<>();
    private final Optional<Predecessor> predecessor;
    private long lastNumber;
    private Sha256 lastHash;

    /** A batch that is on the card now. */
    record Written(Batch batch, SealedBatch sealed, Map<JournalId, NumberSet> givenUp) {}

    Journal(DeviceId device, JournalId fresh, JournalStore store, SealingSettings settings) {
        this.device = device;
        this.id = fresh;
        this.store = store;
        this.settings = settings;
        this.sealer = new BatchSealer(settings);
        List<JournalState> found = store.journals();
        if (found.stream().anyMatch(state -> state.journal().equals(fresh))) {
            throw new IllegalArgumentException("journal " + fresh + " of " + device + " is on the card already");
        }
        Optional<JournalState> last = found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
        this.predecessor = last.map(state -> new Predecessor(state.journal(), state.lastNumber()));
        this.lastHash = last.map(JournalState::lastHash).orElse(Sha256.NONE);
        // What was declared before may have been lost with the batch that declared it.
        found.forEach(state -> declare(state.journal(), state.dropped()));
    }

    int record(JournalRecord record, BatchClock clock, Optional<Sha256> brief, boolean urgent) {
        return sealer.add(record, clock, brief, urgent);
    }

    /** These have no bytes: the next batch says so. */
    void declare(JournalId journal, NumberSet dropped) {
        if (!dropped.isEmpty()) {
            toDeclare.merge(journal, dropped, NumberSet::union);
        }
    }

    /**
     * Writes one batch, if one is due: the oldest run of records, or before it the declaration of what had to be given up
     * to make room for it.
     *
     * @param evenIfNotDue at a clean stop
     * @throws CardFullException if there was no way to make room; the records wait
     */
    Optional<Written> seal(long nowMillis, boolean evenIfNotDue) {
        Optional<BatchSealer.Run> run = evenIfNotDue ? sealer.next() : sealer.due(nowMillis);
        return run.map(this::seal);
    }

    OptionalLong wakeAtMillis() {
        return sealer.wakeAtMillis();
    }

    private Written seal(BatchSealer.Run run) {
        Batch batch = batch(run, run.records());
        byte[] content = BatchCodec.encode(batch);
        Map<JournalId, NumberSet> givenUp = makeRoom(content.length);
        if (!toDeclare.isEmpty() || !givenUp.isEmpty()) {
            return writeDeclaration(run, givenUp);
        }
        Written written = write(batch, content, run.urgent(), Map.of());
        sealer.sealed();
        return written;
    }

    /** Forgets what is delivered, oldest first; and if that is not enough, names what is to be given up undelivered. */
    private Map<JournalId, NumberSet> makeRoom(int bytes) {
        if (store.room() >= bytes) {
            return Map.of();
        }
        long missing = bytes + settings.declarationBytes() - store.room();
        missing -= store.freeDelivered(missing);
        return missing > 0 ? store.oldestUndelivered(missing) : Map.of();
    }

    private Written writeDeclaration(BatchSealer.Run run, Map<JournalId, NumberSet> givenUp) {
        Map<JournalId, NumberSet> declared = new TreeMap<>(toDeclare);
        givenUp.forEach((journal, numbers) -> declared.merge(journal, numbers, NumberSet::union));
        long monotonicMillis = run.records().getFirst().monotonicMillis();
        List<JournalRecord> records = new ArrayList<>();
        Map<JournalId, NumberSet> left = new HashMap<>(declared);
        declared.forEach((journal, numbers) -> {
            for (NumberRange range : numbers.ranges()) {
                if (records.size() < MOST_DECLARATIONS) {
                    records.add(new JournalRecord(monotonicMillis, new Event.BatchesDropped(journal, range)));
                    left.computeIfPresent(journal, (j, l) -> l.minus(new NumberSet(List.of(range))));
                }
            }
        });
        Batch declaration = batch(run, records);
        Written written = write(declaration, BatchCodec.encode(declaration), true, givenUp);
        left.values().removeIf(NumberSet::isEmpty);
        toDeclare.clear();
        toDeclare.putAll(left);
        return written;
    }

    private Batch batch(BatchSealer.Run run, List<JournalRecord> records) {
        BatchId next = new BatchId(device, id, lastNumber + 1);
        return new Batch(next, run.clock(), lastHash, lastNumber == 0 ? predecessor : Optional.empty(), run.brief(),
                records);
    }

    private Written write(Batch batch, byte[] content, boolean urgent, Map<JournalId, NumberSet> givenUp) {
        SealedBatch sealed = new SealedBatch(batch.id(), content, Sha256.of(content), urgent, batch.clock().wall());
        store.seal(sealed, givenUp);
        lastNumber = batch.id().number();
        lastHash = sealed.hash();
        return new Written(batch, sealed, givenUp);
    }
}
