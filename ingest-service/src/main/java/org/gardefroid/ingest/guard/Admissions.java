package org.gardefroid.ingest.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Predecessor;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Sha256;
import org.gardefroid.telemetry.wire.Decoded;

/** Admits the arrivals of one transaction, one after the other, to the rows that it has locked. */
final class Admissions {

    private final Map<JournalKey, GuardRow> rows;
    private final Map<BatchId, LoggedBatch> known;
    private final Set<JournalKey> widened = new HashSet<>();
    private final List<Admission> admissions = new ArrayList<>();

    /**
     * @param rows locked
     * @param known the log's lines of {@link Guard#toCompare}
     */
    Admissions(Map<JournalKey, GuardRow> rows, Map<BatchId, LoggedBatch> known) {
        this.rows = new HashMap<>(rows);
        this.known = new HashMap<>(known);
    }

    void admit(Arrival arrival) {
        Admission admission = judge(arrival);
        admissions.add(admission);
        switch (admission) {
            case Admission.New(Arrival same, Batch batch) -> widen(arrival, batch);
            case Admission.Repeat repeat -> {
            }
            case Admission.Quarantined(Arrival same, Rejection reason, String detail) -> quarantine(arrival, reason);
        }
    }

    /** Which log lines beside those of this group are needed to date what is held. */
    Set<BatchId> clocksNeeded() {
        Set<BatchId> needed = new HashSet<>(new HeldRecords(rows).datedBy().values());
        needed.removeAll(known.keySet());
        return needed;
    }

    Admitted admitted(Map<BatchId, LoggedBatch> clocks) {
        known.putAll(clocks);
        List<Dating> datings = new ArrayList<>();
        new HeldRecords(rows).datedBy().forEach((held, by) -> {
            LoggedBatch dated = known.get(by);
            if (dated != null) {
                datings.add(new Dating(held, dated.clock()));
                JournalKey key = JournalKey.of(held);
                GuardRow row = row(key);
                put(new GuardRow(key, row.stored(), row.dropped(), row.held().minus(NumberSet.of(held.number())),
                        row.rejected(), row.forked(), row.watermarkHash(), row.boot(), row.predecessor()));
            }
        });
        return new Admitted(admissions, Map.copyOf(rows), Set.copyOf(widened), datings);
    }

    private Admission judge(Arrival arrival) {
        GuardRow row = row(JournalKey.of(arrival.id()));
        if (row.stored().contains(arrival.id().number())) {
            Optional<Sha256> stored = hash(row, arrival.id().number());
            return stored.isEmpty() || stored.get().equals(arrival.hash())
                    ? new Admission.Repeat(arrival)
                    : new Admission.Quarantined(arrival, Rejection.FORK, "stored are other bytes, " + stored.get());
        }
        Rejection before = row.rejected().get(arrival.id().number());
        if (before == Rejection.REFUSED_BY_DATABASE) { // or every copy would be bisected for again
            return new Admission.Quarantined(arrival, before, "refused before");
        }
        return switch (arrival.content()) {
            case Decoded.Refused<Batch>(Rejection reason, String detail) ->
                new Admission.Quarantined(arrival, reason, detail);
            case Decoded.Ok<Batch>(Batch batch) -> brokenChain(arrival, batch, row)
                    .<Admission>map(detail -> new Admission.Quarantined(arrival, Rejection.BROKEN_CHAIN, detail))
                    .orElse(new Admission.New(arrival, batch));
        };
    }

    private Optional<String> brokenChain(Arrival arrival, Batch batch, GuardRow row) {
        long number = arrival.id().number();
        if (row.boot().isPresent() && !row.boot().get().equals(batch.clock().boot())) {
            return Optional.of("made in boot " + batch.clock().boot() + ", the journal in " + row.boot().get());
        }
        Optional<Sha256> before = number > 1 ? hash(row, number - 1) : lastOf(arrival.id().device(), batch);
        if (before.isPresent() && !before.get().equals(batch.previous())) {
            return Optional.of("names " + batch.previous() + " as the one before, which is " + before.get());
        }
        LoggedBatch after = row.stored().contains(number + 1) ? known.get(row.key().batch(number + 1)) : null;
        return after != null && !after.previous().equals(arrival.hash())
                ? Optional.of("the one after names " + after.previous() + " as the one before it")
                : Optional.empty();
    }

    private Optional<Sha256> lastOf(DeviceId device, Batch batch) {
        if (batch.predecessor().isEmpty()) {
            return Optional.of(Sha256.NONE);
        }
        Predecessor before = batch.predecessor().get();
        return Optional.ofNullable(known.get(new BatchId(device, before.journal(), Math.max(1, before.lastNumber()))))
                .filter(logged -> logged.id().number() == before.lastNumber()).map(LoggedBatch::hash);
    }

    private Optional<Sha256> hash(GuardRow row, long number) {
        if (!row.stored().contains(number)) {
            return Optional.empty();
        }
        LoggedBatch logged = known.get(row.key().batch(number));
        if (logged != null) {
            return Optional.of(logged.hash());
        }
        return number == row.stored().watermark() ? row.watermarkHash() : Optional.empty();
    }

    private void widen(Arrival arrival, Batch batch) {
        BatchId id = arrival.id();
        known.put(id, new LoggedBatch(id, arrival.hash(), batch.previous(), batch.clock()));
        GuardRow row = row(JournalKey.of(id));
        NumberSet number = NumberSet.of(id.number());
        NumberSet stored = row.stored().with(id.number());
        Map<Long, Rejection> rejected = row.rejected();
        if (rejected.containsKey(id.number())) {
            rejected = new HashMap<>(rejected);
            rejected.remove(id.number());
        }
        put(new GuardRow(row.key(), stored, row.dropped().minus(number),
                batch.clock().wall().isEmpty() ? row.held().with(id.number()) : row.held(), rejected, row.forked(),
                watermarkHash(row, stored), Optional.of(batch.clock().boot()),
                row.predecessor().or(batch::predecessor)));
        for (JournalRecord record : batch.records()) {
            if (record.observation() instanceof Event.BatchesDropped dropped) {
                drop(row(new JournalKey(id.device(), dropped.journal())), Guard.dropped(dropped));
            }
        }
    }

    private Optional<Sha256> watermarkHash(GuardRow row, NumberSet stored) {
        long watermark = stored.watermark();
        if (watermark == row.stored().watermark()) {
            return row.watermarkHash();
        }
        return Optional.ofNullable(known.get(row.key().batch(watermark))).map(LoggedBatch::hash);
    }

    private void drop(GuardRow row, NumberSet numbers) {
        put(new GuardRow(row.key(), row.stored(), row.dropped().union(numbers.minus(row.stored())), row.held(),
                row.rejected(), row.forked(), row.watermarkHash(), row.boot(), row.predecessor()));
    }

    private void quarantine(Arrival arrival, Rejection reason) {
        GuardRow row = row(JournalKey.of(arrival.id()));
        long number = arrival.id().number();
        boolean fork = row.stored().contains(number);
        Map<Long, Rejection> rejected = new HashMap<>(row.rejected());
        if (!fork) {
            rejected.put(number, reason);
        }
        put(new GuardRow(row.key(), row.stored(), row.dropped(), row.held(), rejected,
                fork ? row.forked().with(number) : row.forked(), row.watermarkHash(), row.boot(), row.predecessor()));
    }

    private GuardRow row(JournalKey key) {
        return rows.getOrDefault(key, GuardRow.empty(key));
    }

    private void put(GuardRow row) {
        if (!row.equals(rows.put(row.key(), row))) {
            widened.add(row.key());
        }
    }
}
