package org.gardefroid.ingest.guard;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;

/** The database, as the guard needs it. */
public interface GuardStore {

    /**
     * Begins a transaction that can commit only while all of these leases are held: each lease's row is locked against
     * change, and its epoch compared.
     *
     * @throws LeaseLostException if one of them is not held any more
     * @throws StoreUnavailableException if there is no database now
     */
    Transaction begin(Set<Lease> fences);

    /**
     * Reads rows as they are committed, without locking: what a question is answered from. Rows that do not exist are
     * left out.
     *
     * @throws StoreUnavailableException if there is no database now
     */
    Map<JournalKey, GuardRow> committed(Set<JournalKey> keys);

    /**
     * One transaction. Every method may throw {@link StoreUnavailableException}, or {@link RefusedException} where the
     * database refuses what it was given (SQLSTATE classes 22 and 23); nothing is stored then. Closing without a commit
     * rolls back.
     */
    interface Transaction extends AutoCloseable {

        /**
         * Locks, in the order of their keys, the rows of these keys (made empty where there are none), and beside them
         * every row of the devices in {@code undated}, and of those of the keys' devices that hold records without a
         * date: what came before or after in the same boot may date them.
         */
        Map<JournalKey, GuardRow> lock(SortedSet<JournalKey> keys, Set<DeviceId> undated);

        /** The log's lines of these batches; what is not stored is left out. */
        Map<BatchId, LoggedBatch> logged(Set<BatchId> ids);

        /** Stores readings, events, log lines and quarantine, then does the datings, and writes the widened rows. */
        void store(Admitted admitted);

        /** If this throws {@link StoreUnavailableException}, it may have committed all the same. */
        void commit();

        @Override
        void close();
    }
}
