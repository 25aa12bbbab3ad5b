package org.gardefroid.ingest.receive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.gardefroid.ingest.guard.Admission;
import org.gardefroid.ingest.guard.Admitted;
import org.gardefroid.ingest.guard.Arrival;
import org.gardefroid.ingest.guard.Dating;
import org.gardefroid.ingest.guard.GuardRow;
import org.gardefroid.ingest.guard.GuardStore;
import org.gardefroid.ingest.guard.JournalKey;
import org.gardefroid.ingest.guard.LoggedBatch;
import org.gardefroid.ingest.guard.RefusedException;
import org.gardefroid.ingest.registry.Directory;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.BootId;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.Topic;

/** One group's transaction. */
final class JdbcGuardTransaction implements GuardStore.Transaction {

    /** Clocks differ a little; a record farther ahead than this waits until its time has come. */
    static final Duration FUTURE = Duration.ofMinutes(10);

    private static final String LOGGED = """
            SELECT k.at, l.hash, l.previous, j.boot, l.monotonic_millis, l.wall
            FROM unnest(?::int[], ?::uuid[], ?::bigint[]) WITH ORDINALITY AS k (device, journal, number, at)
            JOIN batch_log l USING (device, journal, number)
            JOIN journal j USING (device, journal)
            """;

    private final Connection connection;
    private final Directory directory;
    private final SourceNumbers sources;
    private final Instant latest;
    private final CommittedListener listener;
    private final GuardRows guardRows;
    private final List<CommittedBatch> committed = new ArrayList<>();
    private boolean ended;

    JdbcGuardTransaction(
            Connection connection, Directory directory, SourceNumbers sources, Instant now,
            CommittedListener listener) {
        this.connection = connection;
        this.directory = directory;
        this.sources = sources;
        this.latest = now.plus(FUTURE);
        this.listener = listener;
        this.guardRows = new GuardRows(connection, directory);
    }

    @Override
    public Map<JournalKey, GuardRow> lock(SortedSet<JournalKey> keys, Set<DeviceId> undated) {
        try {
            return guardRows.lock(keys, undated);
        } catch (SQLException e) {
            throw SqlFault.of(e);
        }
    }

    @Override
    public Map<BatchId, LoggedBatch> logged(Set<BatchId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<BatchId> asked = List.copyOf(ids);
        try (PreparedStatement select = connection.prepareStatement(LOGGED)) {
            select.setArray(1,
                    connection.createArrayOf("int4", asked.stream().map(this::device).toArray(Integer[]::new)));
            select.setArray(2, connection.createArrayOf("uuid",
                    asked.stream().map(id -> Journals.uuid(id.journal())).toArray(UUID[]::new)));
            select.setArray(3,
                    connection.createArrayOf("int8", asked.stream().map(BatchId::number).toArray(Long[]::new)));
            Map<BatchId, LoggedBatch> logged = new HashMap<>();
            ResultSet row = select.executeQuery();
            while (row.next()) {
                BatchId id = asked.get(row.getInt(1) - 1);
                logged.put(id, new LoggedBatch(id, Sha256.ofBytes(row.getBytes(2)), Sha256.ofBytes(row.getBytes(3)),
                        new BatchClock(new BootId(row.getString(4)), row.getLong(5),
                                Optional.ofNullable(row.getObject(6, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant))));
            }
            return logged;
        } catch (SQLException e) {
            throw SqlFault.of(e);
        }
    }

    @Override
    public void store(Admitted admitted) {
        try {
            BatchRows rows = new BatchRows(directory);
            Quarantine quarantine = new Quarantine(connection, directory);
            Map<BatchId, BatchClock> datings = new HashMap<>();
            for (Dating dating : admitted.datings()) {
                datings.put(dating.held(), dating.clock());
            }
            for (Admission admission : admitted.admissions()) {
                switch (admission) {
                    case Admission.New(Arrival arrival, Batch batch) ->
                        add(rows, arrival, batch,
                                Optional.ofNullable(datings.remove(arrival.id())).orElse(batch.clock()));
                    case Admission.Repeat repeat -> {
                    }
                    case Admission.Quarantined(Arrival arrival, Rejection reason, String detail) ->
                        quarantine(quarantine, arrival, reason, detail);
                }
            }
            dateHeld(rows, datings);
            rows.write(connection);
            if (!admitted.widened().isEmpty()) {
                guardRows.widen(admitted.widened().stream().sorted().map(admitted.rows()::get).toList());
            }
        } catch (SQLException e) {
            throw SqlFault.of(e);
        } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException | DateTimeException e) {
            // What our own code cannot write is found by bisection too: one poisoned batch must not stop the others.
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private void add(BatchRows rows, Arrival arrival, Batch batch, BatchClock clock) throws SQLException {
        long source = sources.next(connection);
        if (clock.wall().isEmpty()) {
            rows.addToLog(source, arrival, batch, clock, List.of());
            rows.addHeld(source, arrival, batch, Optional.empty());
            return;
        }
        List<DatedRecord> dated = batch.records().stream().map(record -> clock.date(record).orElseThrow()).toList();
        rows.addToLog(source, arrival, batch, clock, dated);
        Instant last = Span.of(dated).last();
        if (last.isAfter(latest)) {
            rows.addHeld(source, arrival, batch, Optional.of(last));
        } else {
            rows.addDated(arrival.id(), source, dated);
            committed.add(new CommittedBatch(arrival.id(), source, batch.brief(), arrival.receivedAt(), dated));
        }
    }

    private void dateHeld(BatchRows rows, Map<BatchId, BatchClock> datings) throws SQLException {
        HeldBatches heldBatches = new HeldBatches(connection, directory);
        for (Map.Entry<BatchId, BatchClock> dating : datings.entrySet()) {
            Optional<HeldBatches.Held> found = heldBatches.find(dating.getKey());
            if (found.isPresent()) {
                HeldBatches.Held held = found.get();
                List<DatedRecord> dated = held.date(dating.getValue());
                Span span = Span.of(dated);
                if (span.last().isAfter(latest)) {
                    heldBatches.postpone(held, span.last(), dating.getValue());
                } else {
                    heldBatches.markDated(held, span, dating.getValue());
                    rows.addDated(dating.getKey(), held.source(), dated);
                    committed.add(new CommittedBatch(dating.getKey(), held.source(), held.batch().brief(),
                            held.receivedAt(), dated));
                }
            }
        }
    }

    private void quarantine(Quarantine quarantine, Arrival arrival, Rejection reason, String detail)
            throws SQLException {
        int shard = directory.device(arrival.id().device()).orElseThrow().shard();
        quarantine.keep(new Quarantine.Entry(new Topic.UpBatch(shard, arrival.id()).asString(),
                Optional.of(arrival.id().device()), Optional.of(arrival.id()), reason, detail, arrival.receivedAt()),
                arrival.payload());
        if (reason != Rejection.FORK) {
            quarantine.reject(arrival.id(), reason, arrival.hash());
        }
    }

    private int device(BatchId id) {
        return directory.device(id.device()).orElseThrow().id();
    }

    @Override
    public void commit() {
        try {
            connection.commit();
            ended = true;
        } catch (SQLException e) {
            throw SqlFault.of(e);
        }
        if (!committed.isEmpty()) {
            listener.committed(committed);
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (!ended) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // Its connection is gone, and with it the transaction.
            return;
        }
    }
}
