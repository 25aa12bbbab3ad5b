package org.gardefroid.system.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gardefroid.ingest.guard.Admission;
import org.gardefroid.ingest.guard.Admitted;
import org.gardefroid.ingest.guard.Arrival;
import org.gardefroid.ingest.guard.Dating;
import org.gardefroid.ingest.guard.GuardRow;
import org.gardefroid.ingest.guard.GuardStore;
import org.gardefroid.ingest.guard.JournalKey;
import org.gardefroid.ingest.guard.Lease;
import org.gardefroid.ingest.guard.LeaseLostException;
import org.gardefroid.ingest.guard.LoggedBatch;
import org.gardefroid.ingest.guard.RefusedException;
import org.gardefroid.ingest.guard.ShardLease;
import org.gardefroid.ingest.guard.StoreUnavailableException;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Rejection;

/** A database in memory: transactions, refusals, commits of unknown outcome, and restoring from a backup. */
final class SimDatabase implements GuardStore {

    private static final ShardLease RULES = ShardLease.DEFAULT;

    private final Simulation simulation;
    private final Plant plant;
    private Tables tables = new Tables();
    private boolean away;
    private double ambiguousCommit;
    private double crashes;
    private final Map<BatchId, Long> answeredSinceMillis = new HashMap<>();
    private final Map<JournalKey, NumberSet> answeredBefore = new HashMap<>();
    private final Set<BatchId> everAnswered = new HashSet<>();

    /** Everything that a backup holds. */
    static final class Tables {
        final Map<JournalKey, GuardRow> guard = new TreeMap<>();
        final Map<BatchId, LoggedBatch> log = new HashMap<>();
        final Map<Measured, List<Instant>> readings = new HashMap<>();
        final Map<BatchId, Batch> held = new HashMap<>();
        final Map<BatchId, Rejection> quarantine = new HashMap<>();
        final Map<Integer, Lease> leases = new HashMap<>();

        Tables copy() {
            Tables copy = new Tables();
            copy.guard.putAll(guard);
            copy.log.putAll(log);
            readings.forEach((reading, dates) -> copy.readings.put(reading, new ArrayList<>(dates)));
            copy.held.putAll(held);
            copy.quarantine.putAll(quarantine);
            copy.leases.putAll(leases);
            return copy;
        }
    }

    SimDatabase(Simulation simulation, Plant plant) {
        this.simulation = simulation;
        this.plant = plant;
    }

    Tables tables() {
        return tables;
    }

    void beFaulty(double ambiguousCommit, double crashes) {
        this.ambiguousCommit = ambiguousCommit;
        this.crashes = crashes;
    }

    void setAway(boolean away) {
        this.away = away;
    }

    Runnable backup() {
        Tables copy = tables.copy();
        return () -> restore(copy.copy());
    }

    /** Since when, without a break, the database has had an answer for this batch; it may have none. */
    Optional<Long> answeredSinceMillis(BatchId id) {
        return Optional.ofNullable(answeredSinceMillis.get(id));
    }

    /** What it has ever had an answer for, restored since or not. */
    Set<BatchId> everAnswered() {
        return everAnswered;
    }

    Optional<Lease> acquire(int shard, String instance) {
        checkThere();
        Optional<Lease> got = RULES.acquire(shard, Optional.ofNullable(tables.leases.get(shard)), instance, now());
        got.ifPresent(lease -> tables.leases.put(shard, lease));
        return got;
    }

    void release(Lease lease) {
        Lease current = tables.leases.get(lease.shard());
        if (!away && current != null && current.holder().equals(lease.holder())) {
            tables.leases.put(lease.shard(), RULES.release(current, now()));
        }
    }

    @Override
    public Transaction begin(Set<Lease> fences) {
        checkThere();
        for (Lease fence : fences) {
            if (plant != Plant.ROWS_REMEMBERED_WITHOUT_A_FENCE
                    && !RULES.allows(fence, Optional.ofNullable(tables.leases.get(fence.shard())))) {
                throw new LeaseLostException("shard " + fence.shard() + " is not " + fence.holder() + "'s any more");
            }
        }
        return new SimTransaction();
    }

    @Override
    public Map<JournalKey, GuardRow> committed(Set<JournalKey> keys) {
        checkThere();
        Map<JournalKey, GuardRow> rows = new HashMap<>(tables.guard);
        rows.keySet().retainAll(keys);
        return rows;
    }

    private Instant now() {
        return World.START.plusMillis(simulation.nowMillis());
    }

    private void checkThere() {
        if (away) {
            throw new StoreUnavailableException("away");
        }
    }

    private void restore(Tables backup) {
        Set<JournalKey> keys = new HashSet<>(tables.guard.keySet());
        keys.addAll(backup.guard.keySet());
        tables = backup;
        keys.forEach(this::noteAnswers);
    }

    private void noteAnswers(JournalKey key) {
        GuardRow row = tables.guard.getOrDefault(key, GuardRow.empty(key));
        NumberSet answered = row.settled().union(
                NumberSet.of(row.rejected().keySet().stream().mapToLong(Long::longValue).toArray()));
        NumberSet before = answeredBefore.getOrDefault(key, NumberSet.EMPTY);
        each(key, answered.minus(before), id -> {
            answeredSinceMillis.put(id, simulation.nowMillis());
            everAnswered.add(id);
        });
        each(key, before.minus(answered), answeredSinceMillis::remove);
        answeredBefore.put(key, answered);
    }

    private static void each(JournalKey key, NumberSet numbers, Consumer<BatchId> action) {
        for (NumberRange range : numbers.ranges()) {
            for (long number = range.first(); number <= range.last(); number++) {
                action.accept(key.batch(number));
            }
        }
    }

    private final class SimTransaction implements Transaction {

        private final List<Runnable> changes = new ArrayList<>();

        @Override
        public Map<JournalKey, GuardRow> lock(SortedSet<JournalKey> keys, Set<DeviceId> undated) {
            Set<DeviceId> whole = new HashSet<>(undated);
            tables.guard.values().stream().filter(row -> !row.held().isEmpty())
                    .forEach(row -> whole.add(row.key().device()));
            Map<JournalKey, GuardRow> rows = new HashMap<>();
            tables.guard.forEach((key, row) -> {
                if (keys.contains(key) || whole.contains(key.device())) {
                    rows.put(key, row);
                }
            });
            keys.forEach(key -> rows.putIfAbsent(key, GuardRow.empty(key)));
            if (plant == Plant.NO_GUARD) {
                rows.replaceAll((key, row) -> GuardRow.empty(key));
            }
            return rows;
        }

        @Override
        public Map<BatchId, LoggedBatch> logged(Set<BatchId> ids) {
            Map<BatchId, LoggedBatch> logged = new HashMap<>();
            for (BatchId id : ids) {
                LoggedBatch line = tables.log.get(id);
                if (line != null) {
                    logged.put(id, line);
                }
            }
            return logged;
        }

        @Override
        public void store(Admitted admitted) {
            for (Admission admission : admitted.admissions()) {
                switch (admission) {
                    case Admission.New(Arrival arrival, Batch batch) -> store(arrival, batch);
                    case Admission.Repeat repeat -> {
                    }
                    case Admission.Quarantined(Arrival arrival, Rejection reason, String detail) -> {
                        changes.add(() -> tables.quarantine.put(arrival.id(), reason));
                        simulation.tell(() -> "quarantine " + arrival.id() + " " + reason + ": " + detail);
                    }
                }
            }
            admitted.datings().forEach(dating -> changes.add(() -> date(dating)));
            admitted.widened().forEach(key -> {
                GuardRow row = admitted.rows().get(key);
                if (row == null) {
                    throw new Violation("widened, but not there: " + key);
                }
                changes.add(() -> {
                    tables.guard.merge(key, row, this::written);
                    noteAnswers(key);
                });
            });
        }

        private void store(Arrival arrival, Batch batch) {
            for (JournalRecord record : batch.records()) {
                if (record.observation() instanceof Measured measured && Ledger.isPoison(measured)) {
                    throw new RefusedException("22003: poison");
                }
            }
            LoggedBatch line = new LoggedBatch(batch.id(), arrival.hash(), batch.previous(), batch.clock());
            changes.add(() -> tables.log.put(batch.id(), line));
            changes.add(batch.clock().wall().isPresent()
                    ? () -> date(batch, batch.clock())
                    : () -> tables.held.put(batch.id(), batch));
        }

        private void date(Dating dating) {
            Batch batch = tables.held.remove(dating.held());
            LoggedBatch line = tables.log.get(dating.held());
            if (batch == null || line == null) {
                throw new Violation("to be dated, but not held: " + dating.held());
            }
            tables.log.put(line.id(), new LoggedBatch(line.id(), line.hash(), line.previous(), dating.clock()));
            date(batch, plant == Plant.DATED_BY_ANY_CLOCK
                    ? latestClock(batch).orElse(dating.clock())
                    : dating.clock());
        }

        private void date(Batch batch, BatchClock clock) {
            for (JournalRecord record : batch.records()) {
                if (record.observation() instanceof Measured measured) {
                    tables.readings.computeIfAbsent(measured, m -> new ArrayList<>())
                            .add(clock.date(record.monotonicMillis()).orElseThrow());
                }
            }
        }

        private GuardRow written(GuardRow before, GuardRow row) {
            return switch (plant) {
                case NO_GUARD -> new GuardRow(row.key(), before.stored().union(row.stored()), row.dropped(), row.held(),
                        row.rejected(), row.forked(), Optional.empty(), row.boot(), row.predecessor());
                case DECLARATION_FORGOTTEN -> new GuardRow(row.key(), row.stored(), NumberSet.EMPTY, row.held(),
                        row.rejected(), row.forked(), row.watermarkHash(), row.boot(), row.predecessor());
                default -> row;
            };
        }

        private Optional<BatchClock> latestClock(Batch batch) {
            return tables.log.values().stream().map(LoggedBatch::clock)
                    .filter(clock -> clock.boot().equals(batch.clock().boot()) && clock.wall().isPresent())
                    .max((one, other) -> Long.compare(one.monotonicMillis(), other.monotonicMillis()));
        }

        @Override
        public void commit() {
            checkThere();
            if (simulation.chance(crashes)) {
                throw new Crash("before the commit");
            }
            if (simulation.chance(ambiguousCommit)) {
                boolean committed = simulation.chance(0.5);
                if (committed) {
                    changes.forEach(Runnable::run);
                }
                throw new StoreUnavailableException("the commit's outcome is not known");
            }
            changes.forEach(Runnable::run);
            if (simulation.chance(crashes)) {
                throw new Crash("after the commit, before the receipt");
            }
        }

        @Override
        public void close() {}
    }
}
