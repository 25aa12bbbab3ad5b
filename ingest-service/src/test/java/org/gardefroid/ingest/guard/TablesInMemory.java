package org.gardefroid.ingest.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;

/** A database that refuses what it is told to. */
final class TablesInMemory implements GuardStore {

    final Map<JournalKey, GuardRow> rows = new TreeMap<>();
    final Map<BatchId, LoggedBatch> log = new HashMap<>();
    final List<BatchId> stored = new ArrayList<>();
    final List<Admission.Quarantined> quarantine = new ArrayList<>();
    final List<Dating> datings = new ArrayList<>();
    int logLookUps;
    int transactions;
    Set<BatchId> refused = Set.of();
    boolean refusesQuarantine;

    @Override
    public Map<JournalKey, GuardRow> committed(Set<JournalKey> keys) {
        Map<JournalKey, GuardRow> found = new HashMap<>(rows);
        found.keySet().retainAll(keys);
        return found;
    }

    @Override
    public Transaction begin(Set<Lease> fences) {
        transactions++;
        return new Transaction() {

            private final List<Runnable> changes = new ArrayList<>();

            @Override
            public Map<JournalKey, GuardRow> lock(SortedSet<JournalKey> keys, Set<DeviceId> undated) {
                Map<JournalKey, GuardRow> locked = new HashMap<>();
                rows.forEach((key, row) -> {
                    if (keys.contains(key) || undated.contains(key.device())
                            || rows.values().stream().anyMatch(other -> !other.held().isEmpty())) {
                        locked.put(key, row);
                    }
                });
                keys.forEach(key -> locked.putIfAbsent(key, GuardRow.empty(key)));
                return locked;
            }

            @Override
            public Map<BatchId, LoggedBatch> logged(Set<BatchId> ids) {
                logLookUps += ids.size();
                Map<BatchId, LoggedBatch> found = new HashMap<>(log);
                found.keySet().retainAll(ids);
                return found;
            }

            @Override
            public void store(Admitted admitted) {
                for (Admission admission : admitted.admissions()) {
                    switch (admission) {
                        case Admission.New(Arrival arrival, var batch) -> {
                            if (refused.contains(arrival.id())) {
                                throw new RefusedException("22003");
                            }
                            changes.add(() -> stored.add(arrival.id()));
                            changes.add(() -> log.put(arrival.id(), new LoggedBatch(arrival.id(), arrival.hash(),
                                    batch.previous(), batch.clock())));
                        }
                        case Admission.Repeat repeat -> {
                        }
                        case Admission.Quarantined quarantined -> {
                            if (refusesQuarantine) {
                                throw new RefusedException("22003");
                            }
                            changes.add(() -> quarantine.add(quarantined));
                        }
                    }
                }
                for (Dating dating : admitted.datings()) {
                    changes.add(() -> datings.add(dating));
                    changes.add(() -> log.computeIfPresent(dating.held(), (id, line) -> new LoggedBatch(id, line.hash(),
                            line.previous(), dating.clock())));
                }
                admitted.widened().forEach(key -> {
                    GuardRow row = admitted.rows().getOrDefault(key, GuardRow.empty(key));
                    changes.add(() -> rows.put(key, row));
                });
            }

            @Override
            public void commit() {
                changes.forEach(Runnable::run);
            }

            @Override
            public void close() {}
        };
    }
}
