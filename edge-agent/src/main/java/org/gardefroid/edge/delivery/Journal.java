package org.gardefroid.edge.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
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

    private final DeviceId device;
    private final JournalId id;
    private final JournalStore store;
    private final SealingSettings settings;
    private final BatchSealer sealer;
    private final Declarations declarations;
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
        this.declarations = new Declarations(store, settings);
        List<JournalState> found = store.journals();
        if (found.stream().anyMatch(state -> state.journal().equals(fresh))) {
            throw new IllegalArgumentException("journal " + fresh + " of " + device + " is on the card already");
        }
        Optional<JournalState> last = found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.getLast())
                        .filter(state -> !state.lastHash().equals(Sha256.NONE));
        this.predecessor = last.map(state -> new Predecessor(state.journal(), state.lastNumber()));
        this.lastHash = last.map(JournalState::lastHash).orElse(Sha256.NONE);
        declarations.addAllDropped();
    }

    int record(JournalRecord record, BatchClock clock, Optional<Sha256> brief, boolean urgent) {
        return sealer.add(record, clock, brief, urgent);
    }

    /** What has no bytes any more, as the card knows it now, is declared with the next batch. */
    void declareAllDropped() {
        declarations.addAllDropped();
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
        Map<JournalId, NumberSet> givenUp = makeRoom(
                content.length + (declarations.isEmpty() ? 0 : settings.declarationBytes()));
        if (!declarations.isEmpty() || !givenUp.isEmpty()) {
            return writeDeclaration(run, givenUp);
        }
        Written written = write(batch, content, run.urgent(), Map.of());
        sealer.sealed();
        return written;
    }

    /** Forgets what is delivered, oldest first; and if that is not enough, names what is to be given up undelivered. */
    private Map<JournalId, NumberSet> makeRoom(long bytes) {
        if (store.room() >= bytes) {
            return Map.of();
        }
        long missing = bytes + settings.declarationBytes() - store.room();
        missing -= store.freeDelivered(missing);
        return missing > 0 ? victims(missing) : Map.of();
    }

    /** Batch 1 is never given up: it alone names the journal before, and is small. */
    private Map<JournalId, NumberSet> victims(long bytes) {
        long spared = 0;
        while (true) {
            Map<JournalId, NumberSet> oldest = store.oldestUndelivered(bytes + spared);
            long firsts = oldest.entrySet().stream().filter(entry -> entry.getValue().contains(1))
                    .mapToLong(entry -> store.batch(entry.getKey(), 1).map(b -> b.content().length).orElse(0)).sum();
            if (firsts <= spared) {
                Map<JournalId, NumberSet> victims = new TreeMap<>();
                oldest.forEach((journal, numbers) -> victims.put(journal, numbers.minus(NumberSet.of(1))));
                victims.values().removeIf(NumberSet::isEmpty);
                return victims;
            }
            spared = firsts;
        }
    }

    private Written writeDeclaration(BatchSealer.Run run, Map<JournalId, NumberSet> victims) {
        Declarations.Page page = declarations.next(run.records().getFirst().monotonicMillis(), victims);
        Batch batch = batch(run, page.records());
        Written written = write(batch, BatchCodec.encode(batch), true, page.givenUp());
        declarations.written(page);
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
