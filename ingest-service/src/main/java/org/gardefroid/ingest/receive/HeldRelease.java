package org.gardefroid.ingest.receive;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.guard.LeaseLostException;
import org.gardefroid.ingest.lease.Leases;
import org.gardefroid.ingest.registry.Directories;
import org.gardefroid.ingest.store.Transactions;
import org.gardefroid.telemetry.DatedRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves to the readings what claimed to be of the future, once it is not. */
@Singleton
final class HeldRelease {

    private static final Logger LOG = LoggerFactory.getLogger(HeldRelease.class);

    private final Transactions transactions;
    private final Directories directories;
    private final InstantSource clock;
    private final CommittedListener listener;

    HeldRelease(Transactions transactions, Directories directories, InstantSource clock, CommittedListener listener) {
        this.transactions = transactions;
        this.directories = directories;
        this.clock = clock;
        this.listener = listener;
    }

    void releaseDue(Set<Lease> fences) {
        try {
            List<CommittedBatch> released = transactions.in(connection -> release(connection, fences));
            if (!released.isEmpty()) {
                LOG.info("future batches have become due batches={}", released.size());
                listener.committed(released);
            }
        } catch (SQLException | LeaseLostException e) {
            LOG.warn("future batches not looked at reason={}", e.getMessage());
        } catch (RuntimeException e) { // whoever calls this renews the leases as well, and has to go on
            LOG.error("future batches not released", e);
        }
    }

    private List<CommittedBatch> release(Connection connection, Set<Lease> fences) throws SQLException {
        Leases.fence(connection, fences);
        Instant latest = clock.instant().plus(JdbcGuardTransaction.FUTURE);
        HeldBatches heldBatches = new HeldBatches(connection, directories.current());
        BatchRows rows = new BatchRows(directories.current());
        List<CommittedBatch> released = new ArrayList<>();
        for (HeldBatches.Due due : heldBatches.due(latest, fences.stream().map(Lease::shard).toList())) {
            HeldBatches.Held held = due.held();
            List<DatedRecord> dated = held.date(due.clock());
            heldBatches.markDated(held, Span.of(dated), due.clock());
            rows.addDated(held.batch().id(), held.source(), dated);
            released.add(new CommittedBatch(held.batch().id(), held.source(), held.batch().brief(), held.receivedAt(),
                    dated));
        }
        rows.write(connection);
        return released;
    }
}
