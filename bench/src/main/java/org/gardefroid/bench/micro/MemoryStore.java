package org.gardefroid.bench.micro;

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

/** A guard store that keeps nothing: what is left is the admission itself. */
final class MemoryStore implements GuardStore {

    @Override
    public Transaction begin(Set<Lease> fences) {
        return new Nothing();
    }

    @Override
    public Map<JournalKey, GuardRow> committed(Set<JournalKey> keys) {
        return Map.of();
    }

    private static final class Nothing implements Transaction {

        @Override
        public Map<JournalKey, GuardRow> lock(SortedSet<JournalKey> keys, Set<DeviceId> undated) {
            Map<JournalKey, GuardRow> rows = new HashMap<>();
            keys.forEach(key -> rows.put(key, GuardRow.empty(key)));
            return rows;
        }

        @Override
        public Map<BatchId, LoggedBatch> logged(Set<BatchId> ids) {
            return Map.of();
        }

        @Override
        public void store(Admitted admitted) {
            // Nothing is kept.
        }

        @Override
        public void commit() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
