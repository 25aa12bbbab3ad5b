package org.gardefroid.edge.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.edge.delivery.CardFullException;
import org.gardefroid.edge.delivery.JournalState;
import org.gardefroid.edge.delivery.JournalStore;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journals in an SQLite file. Safe for many threads, one at a time. */
public final class SqliteJournalStore implements JournalStore, AutoCloseable {

    /** Left free on the disk for the write-ahead log and for whoever else writes there. */
    static final long DISK_RESERVE = 16L << 20;

    /** Longer than any rule of the box waits; what vials saw before is in the kept runs, which end with their day. */
    private static final Duration RECENT = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(SqliteJournalStore.class);

    private final DeviceId device;
    private final JournalFile file;
    private final long capacityBytes;
    private final Optional<SetAside> setAside;
    private long usedBytes;

    /**
     * Opens the store, and makes it where there is none. What is not sound is set aside.
     *
     * @param device whose batches these are
     * @param capacityBytes the most bytes that all batches may take
     */
    public SqliteJournalStore(Path path, DeviceId device, long capacityBytes) {
        this.device = device;
        this.file = JournalFile.open(path);
        this.capacityBytes = capacityBytes;
        this.setAside = file.inTransaction("cannot begin", connection -> instead(path, connection));
        this.usedBytes = file.inTransaction("cannot read", BatchTable::used);
    }

    /** The file in whose place this one was begun, as long as nothing has been sealed that could tell of it. */
    private static Optional<SetAside> instead(Path path, Connection connection) throws SQLException {
        Optional<SetAside> before = BatchTable.isUnused(connection) ? SetAside.latest(path) : Optional.empty();
        if (before.isPresent() && JournalTable.all(connection).isEmpty()) {
            for (JournalTable.Row row : before.get().legible()) {
                JournalTable.salvage(connection, row);
            }
        }
        return before;
    }

    /**
     * What the journals' file is called, or the copy of its log, that was found damaged and set aside. To be told in the first batch: later it is
     * not said any more.
     */
    public Optional<String> setAside() {
        return setAside.map(SetAside::name).or(file::damagedLog);
    }

    @Override
    public synchronized List<JournalState> journals() {
        return file.inTransaction("cannot read", connection -> {
            List<JournalState> states = new ArrayList<>();
            for (JournalTable.Row row : JournalTable.all(connection)) {
                states.add(new JournalState(row.id(), row.lastNumber(), row.lastHash(), row.delivered(), row.rejected(),
                        row.dropped(), BatchTable.urgent(connection, row.position()).intersect(row.toSend())));
            }
            return states;
        });
    }

    @Override
    public synchronized void seal(SealedBatch batch, Map<JournalId, NumberSet> givenUp) {
        BatchId id = batch.id();
        usedBytes = file.inTransaction("cannot seal batch " + id + " in", connection -> {
            long used = usedBytes;
            for (Map.Entry<JournalId, NumberSet> entry : givenUp.entrySet()) {
                used -= giveUp(connection, entry.getKey(), entry.getValue());
            }
            if (BatchTable.cost(batch) > room(used)) {
                throw new CardFullException("no room for batch " + id + ": " + BatchTable.cost(batch) + " bytes, free: "
                        + room(used));
            }
            append(connection, batch);
            return used + BatchTable.cost(batch);
        });
    }

    private static void append(Connection connection, SealedBatch batch) throws SQLException {
        BatchId id = batch.id();
        Optional<JournalTable.Row> journal = JournalTable.find(connection, id.journal());
        long expected = journal.map(JournalTable.Row::lastNumber).orElse(0L) + 1;
        if (id.number() != expected) {
            throw new IllegalArgumentException("batch " + id + " is not the next one of its journal: " + expected);
        }
        if (journal.isPresent()) {
            JournalTable.advance(connection, journal.get(), id.number(), batch.hash());
        } else {
            JournalTable.begin(connection, id.journal(), batch.hash());
        }
        BatchTable.insert(connection, JournalTable.find(connection, id.journal()).orElseThrow().position(), batch);
    }

    private static long giveUp(Connection connection, JournalId journal, NumberSet numbers) throws SQLException {
        Optional<JournalTable.Row> found = JournalTable.find(connection, journal);
        if (found.isEmpty()) {
            return 0;
        }
        JournalTable.Row row = found.get();
        NumberSet dropped = numbers.intersect(row.toSend());
        JournalTable.writeSets(connection, row.with(row.delivered(), row.rejected(), row.dropped().union(dropped)));
        return BatchTable.delete(connection, row.position(), dropped);
    }

    @Override
    public synchronized Optional<SealedBatch> batch(JournalId journal, long number) {
        Optional<SealedBatch> found = file.inTransaction("cannot read", connection -> {
            Optional<JournalTable.Row> row = JournalTable.find(connection, journal);
            return row.isEmpty()
                    ? Optional.empty()
                    : BatchTable.find(connection, row.get().position(), new BatchId(device, journal, number));
        });
        if (found.isPresent() && !Sha256.of(found.get().content()).equals(found.get().hash())) {
            // The card changed its bytes, and SQLite does not see that. Sent like this they would be a fork.
            LOG.error("batch unsound batch={} hash={}", found.get().id(), found.get().hash());
            return Optional.empty();
        }
        return found;
    }

    /**
     * What was recorded before, in the order of sealing, for whoever has to know at a start what goes on: all of the last
     * day, and what was urgent (an alarm's readings, what was done with vials) for as long as it is kept.
     */
    public synchronized List<Batch> past() {
        return file.inTransaction("cannot read", connection -> BatchTable.past(connection, device, RECENT)).stream()
                .flatMap(batch -> batch.decoded().stream()).toList();
    }

    @Override
    public synchronized void markDelivered(JournalId journal, NumberSet numbers) {
        change(journal, (connection, row) -> {
            NumberSet news = numbers.intersect(row.all()).minus(row.delivered()).minus(row.rejected());
            BatchTable.settle(connection, row.position(), news, true);
            return row.with(row.delivered().union(news), row.rejected(), row.dropped().minus(news));
        });
    }

    @Override
    public synchronized void markRejected(JournalId journal, NumberSet numbers) {
        change(journal, (connection, row) -> {
            NumberSet news = numbers.intersect(row.all()).minus(row.rejected());
            BatchTable.settle(connection, row.position(), news, true);
            return row.with(row.delivered().minus(news), row.rejected().union(news), row.dropped().minus(news));
        });
    }

    @Override
    public synchronized void markUndelivered(JournalId journal, NumberSet numbers) {
        change(journal, (connection, row) -> {
            NumberSet lost = numbers.intersect(row.delivered().union(row.rejected()));
            BatchTable.settle(connection, row.position(), lost, false);
            NumberSet gone = lost.minus(BatchTable.withBytes(connection, row.position()));
            return row.with(row.delivered().minus(lost), row.rejected().minus(lost), row.dropped().union(gone));
        });
    }

    @Override
    public synchronized void giveUp(JournalId journal, NumberSet numbers) {
        usedBytes -= file.inTransaction("cannot give up batches of journal " + journal + " in",
                connection -> giveUp(connection, journal, numbers));
    }

    private interface Change {
        JournalTable.Row of(Connection connection, JournalTable.Row row) throws SQLException;
    }

    private void change(JournalId journal, Change change) {
        file.inTransaction("cannot mark batches of journal " + journal + " in", connection -> {
            Optional<JournalTable.Row> row = JournalTable.find(connection, journal);
            if (row.isPresent()) {
                JournalTable.Row changed = change.of(connection, row.get());
                if (!changed.equals(row.get())) {
                    JournalTable.writeSets(connection, changed);
                }
            }
            return row.isPresent();
        });
    }

    @Override
    public synchronized void forgetDelivered(Instant instant) {
        usedBytes -= file.inTransaction("cannot forget batches in",
                connection -> forget(connection, BatchTable.youngestSealedBefore(connection, instant)));
    }

    @Override
    public synchronized long freeDelivered(long bytes) {
        long freed = file.inTransaction("cannot forget batches in",
                connection -> forget(connection, BatchTable.settledThatFree(connection, bytes)));
        usedBytes -= freed;
        return freed;
    }

    private static long forget(Connection connection, long sequence) throws SQLException {
        long freed = BatchTable.deleteSettledUpTo(connection, sequence);
        JournalTable.deleteForgotten(connection);
        return freed;
    }

    @Override
    public synchronized Map<JournalId, NumberSet> oldestUndelivered(long bytes) {
        return file.inTransaction("cannot read", connection -> BatchTable.oldestUnsettled(connection, bytes));
    }

    @Override
    public synchronized long room() {
        return room(usedBytes);
    }

    long synchronous() {
        return file.synchronous();
    }

    private long room(long used) {
        long onDisk = file.freeBytesOnDisk().map(free -> free + file.freeBytesInside() - DISK_RESERVE)
                .orElse(Long.MAX_VALUE);
        return Math.max(0, Math.min(capacityBytes - used, onDisk));
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
