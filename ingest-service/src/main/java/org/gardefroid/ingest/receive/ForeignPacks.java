package org.gardefroid.ingest.receive;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.ingest.guard.GuardRow;
import org.gardefroid.ingest.guard.JournalKey;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.lease.Leases;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.registry.Directory;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.Decoded;
import org.gardefroid.telemetry.wire.Senml;

/**
 * Stores what foreign devices send. They number nothing: a reading is itself by its probe and its time. The service gives each
 * pack a number in a journal of its own, so that from here on it is a batch like any other.
 */
final class ForeignPacks {

    static final JournalId JOURNAL = JournalId.of(new byte[JournalId.BYTES]);

    private final Transactions transactions;
    private final Directories directories;
    private final SourceNumbers sources;
    private final CommittedListener listener;

    ForeignPacks(Transactions transactions, Directories directories, SourceNumbers sources,
            CommittedListener listener) {
        this.transactions = transactions;
        this.directories = directories;
        this.sources = sources;
        this.listener = listener;
    }

    /** What became of a pack: what its sender is told. */
    sealed interface Outcome {

        String json();

        record Stored(Sha256 pack, int stored, int repeated, int passedOver) implements Outcome {
            @Override
            public String json() {
                return "{\"pack\":\"" + pack + "\",\"stored\":" + stored + ",\"repeated\":" + repeated
                        + ",\"passedOver\":" + passedOver + "}";
            }
        }

        record Rejected(Sha256 pack, Rejection reason, String detail) implements Outcome {
            @Override
            public String json() {
                return "{\"pack\":\"" + pack + "\",\"rejected\":\"" + reason.code() + "\",\"detail\":"
                        + Json.text(detail) + "}";
            }
        }
    }

    Outcome store(Group.Pack pack, Lease lease) {
        try {
            directories.renewed();
            List<CommittedBatch> committed = new ArrayList<>();
            Outcome outcome = transactions.in(connection -> {
                committed.clear();
                Leases.fence(connection, Set.of(lease));
                return store(connection, pack, committed);
            });
            if (!committed.isEmpty()) {
                listener.committed(committed);
            }
            return outcome;
        } catch (SQLException e) {
            throw SqlFault.of(e);
        }
    }

    private Outcome store(Connection connection, Group.Pack pack, List<CommittedBatch> committed) throws SQLException {
        byte[] bytes = pack.arrival().payload();
        Sha256 hash = Sha256.of(bytes);
        Instant now = pack.arrival().receivedAt();
        Directory directory = directories.current();
        BigDecimal seconds = BigDecimal.valueOf(now.toEpochMilli(), 3);
        return switch (Senml.decode(bytes, seconds)) {
            case Decoded.Refused<List<Senml.Resolved>>(Rejection reason, String detail) ->
                rejected(connection, pack, hash, reason, detail);
            case Decoded.Ok<List<Senml.Resolved>>(List<Senml.Resolved> records) -> {
                try {
                    ForeignReadings readings = ForeignReadings.of(records, pack.device(), directory, now);
                    JournalKey key = new JournalKey(pack.device(), JOURNAL);
                    GuardRows rows = new GuardRows(connection, directory);
                    GuardRow row = rows.lock(Set.of(key), Set.of()).get(key); // one pack of a device at a time
                    int repeated = readings.leaveOutStored(connection);
                    if (!readings.isEmpty() && row != null) {
                        committed.add(add(connection, pack, hash, readings, rows, row));
                    }
                    yield new Outcome.Stored(hash, readings.size(), repeated, ForeignReadings.passedOver(records));
                } catch (ForeignReadings.Refusal refusal) {
                    yield rejected(connection, pack, hash, refusal.reason(), refusal.detail());
                }
            }
        };
    }

    private Outcome rejected(
            Connection connection, Group.Pack pack, Sha256 hash, Rejection reason, String detail) throws SQLException {
        new Quarantine(connection, directories.current()).keep(new Quarantine.Entry(pack.arrival().topic(),
                Optional.of(pack.device()), Optional.empty(), reason, detail,
                pack.arrival().receivedAt()),
                pack.arrival().payload());
        return new Outcome.Rejected(hash, reason, detail);
    }

    private CommittedBatch add(Connection connection, Group.Pack pack, Sha256 hash, ForeignReadings readings,
            GuardRows rows, GuardRow row) throws SQLException {
        BatchId id = row.key().batch(row.stored().greatest() + 1);
        long source = sources.next(connection);
        List<DatedRecord> records = readings.records();
        BatchRows batch = new BatchRows(directories.current());
        batch.addDated(id, source, records);
        batch.addForeignToLog(source, id, pack.arrival(), hash, records);
        batch.write(connection);
        rows.widen(List.of(new GuardRow(row.key(), row.stored().with(id.number()), row.dropped(), row.held(),
                row.rejected(), row.forked(), Optional.of(hash), row.boot(), row.predecessor())));
        return new CommittedBatch(id, source, Optional.empty(), pack.arrival().receivedAt(), records);
    }
}
