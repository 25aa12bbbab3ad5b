package org.gardefroid.system.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.gardefroid.ingest.guard.Admitted;
import org.gardefroid.ingest.guard.GuardRow;
import org.gardefroid.ingest.guard.GuardStore;
import org.gardefroid.ingest.guard.JournalKey;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.guard.LoggedBatch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;

/** A planted mistake: the guard's rows as this instance last wrote them, instead of as they are. */
final class RowsInMemory implements GuardStore {

    private final GuardStore store;
    private final Map<JournalKey, GuardRow> rows = new HashMap<>();

    RowsInMemory(GuardStore store) {
        this.store = store;
    }

    void forget() {
        rows.clear();
    }

    @Override
    public Map<JournalKey, GuardRow> committed(Set<JournalKey> keys) {
        return store.committed(keys);
    }

    @Override
    public Transaction begin(Set<Lease> fences) {
        Transaction real = store.begin(fences);
        return new Transaction() {

            private Map<JournalKey, GuardRow> written = Map.of();

            @Override
            public Map<JournalKey, GuardRow> lock(SortedSet<JournalKey> keys, Set<DeviceId> undated) {
                Map<JournalKey, GuardRow> locked = new HashMap<>(real.lock(keys, undated));
                locked.replaceAll((key, row) -> rows.getOrDefault(key, row));
                return locked;
            }

            @Override
            public Map<BatchId, LoggedBatch> logged(Set<BatchId> ids) {
                return real.logged(ids);
            }

            @Override
            public void store(Admitted admitted) {
                real.store(admitted);
                written = admitted.rows();
            }

            @Override
            public void commit() {
                real.commit();
                rows.putAll(written);
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }
}
