package org.gardefroid.system.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.edge.delivery.JournalState;
import org.gardefroid.edge.delivery.SealedBatch;
import org.gardefroid.ingest.guard.GuardRow;
import org.gardefroid.ingest.guard.JournalKey;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.Measured;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Rejection;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.telemetry.wire.BatchCodec;

/**
 * Keeps account outside the system: what was committed on a card, and whether the database has each of it, once, with its
 * date. Each reading ever made has a value of its own, so that a doubled one is seen under whatever number it came.
 */
final class Ledger {

    private static final int POISON_BELOW = -100_000;
    private static final Duration CLOCK_STEP = Duration.ofMillis(500);

    private final Map<Measured, Optional<Instant>> wallWhenMade = new HashMap<>();
    private final Map<BatchId, Batch> sealed = new LinkedHashMap<>(); // in the order of sealing
    private final Set<BatchId> lostWithTheCard = new HashSet<>();
    private final Set<BatchId> givenUp = new HashSet<>();

    static boolean isPoison(Measured measured) {
        return measured.measurement() instanceof Temperature(int milliCelsius) && milliCelsius < POISON_BELOW;
    }

    void made(Measured reading, Optional<Instant> wall) {
        wallWhenMade.put(reading, wall);
    }

    void sealed(SealedBatch batch) {
        sealed.put(batch.id(), BatchCodec.decode(batch.id(), batch.content()).orThrow());
    }

    void lostWithTheCard(Collection<BatchId> ids) {
        lostWithTheCard.addAll(ids);
    }

    void givenUp(BatchId id) {
        givenUp.add(id);
    }

    /** The agent says so at this moment: the database must have had it by now, were it restored since or not. */
    void delivered(BatchId id, Set<BatchId> everAnswered) {
        if (!everAnswered.contains(id)) {
            throw new Violation("held for delivered, and was never stored: " + id);
        }
    }

    /** What is asked back must have been missing at some moment after the question. */
    void retracted(BatchId id, Optional<Long> answeredSinceMillis, long askedAtMillis) {
        if (answeredSinceMillis.isPresent() && answeredSinceMillis.get() < askedAtMillis) {
            throw new Violation("held for missing, and was there all the time: " + id);
        }
    }

    /** At the end, after all has healed and been quiet. */
    void settle(SimDatabase.Tables tables, Map<DeviceId, List<JournalState>> cards, boolean cardsWereSmall) {
        Set<Measured> accounted = new HashSet<>();
        for (Batch batch : sealed.values()) {
            for (JournalRecord record : batch.records()) {
                if (record.observation() instanceof Measured measured) {
                    accounted.add(measured);
                    settle(batch, record, measured, tables, cardsWereSmall);
                }
            }
        }
        tables.readings.keySet().stream().filter(stored -> !accounted.contains(stored)).findAny().ifPresent(stored -> {
            throw new Violation("in the database, and was on no card: " + stored);
        });
        tables.quarantine.forEach((id, reason) -> {
            if (reason != Rejection.REFUSED_BY_DATABASE || !hasPoison(id)) {
                throw new Violation("in quarantine without cause: " + id + " " + reason);
            }
        });
        cards.forEach((device, journals) -> journals.forEach(journal -> settle(device, journal, tables)));
    }

    private void settle(
            Batch batch, JournalRecord record, Measured reading, SimDatabase.Tables tables, boolean cardsWereSmall) {
        BatchId id = batch.id();
        List<Instant> dates = tables.readings.getOrDefault(reading, List.of());
        long held = tables.held.values().stream()
                .filter(other -> other.records().stream().anyMatch(r -> r.observation().equals(reading))).count();
        if (dates.size() + held > 1) {
            throw new Violation("doubled: " + reading + " of " + id);
        }
        if (dates.size() == 1) {
            checkDate(batch, record, reading, dates.getFirst(), tables);
        } else if (held == 1) {
            dating(batch, tables).filter(by -> noneWasLostBetween(batch, by, tables)).ifPresent(by -> {
                throw new Violation("without a date, although " + by.id() + " dates it: " + id);
            });
        } else if (!lostWithTheCard.contains(id) && !hasPoison(id) && !(cardsWereSmall && isDropped(id, tables))) {
            throw new Violation("lost: " + reading + " of " + id);
        }
    }

    private boolean isDropped(BatchId id, SimDatabase.Tables tables) {
        GuardRow row = tables.guard.get(JournalKey.of(id));
        return givenUp.contains(id) && row != null && row.dropped().contains(id.number());
    }

    private void checkDate(
            Batch batch, JournalRecord record, Measured reading, Instant date, SimDatabase.Tables tables) {
        Optional<Instant> wall = wallWhenMade.getOrDefault(reading, Optional.empty());
        if (wall.isPresent()) {
            if (Duration.between(wall.get(), date).abs().compareTo(CLOCK_STEP) > 0) {
                throw new Violation("made at " + wall.get() + ", stored as of " + date + ": " + batch.id());
            }
            return;
        }
        Batch by = dating(batch, tables)
                .orElseThrow(() -> new Violation("dated by nothing that there is: " + batch.id()));
        Instant expected = by.clock().date(record.monotonicMillis()).orElseThrow();
        if (!expected.equals(date)) {
            throw new Violation("by " + by.id() + " of " + expected + ", stored as of " + date + ": " + batch.id());
        }
    }

    /** The next stored batch of the same boot, in the order of sealing, that was made under a trusted clock. */
    private Optional<Batch> dating(Batch undated, SimDatabase.Tables tables) {
        List<Batch> after = new ArrayList<>(sealed.values());
        return after.subList(after.indexOf(undated) + 1, after.size()).stream()
                .filter(batch -> batch.clock().boot().equals(undated.clock().boot())
                        && batch.clock().wall().isPresent() && tables.log.containsKey(batch.id()))
                .findFirst();
    }

    /**
     * Where a card took a whole journal with it, or batch 1 was forgotten as delivered before the database was
     * restored, the journal's place among the others is not known, and what is held stays so.
     */
    private boolean noneWasLostBetween(Batch undated, Batch by, SimDatabase.Tables tables) {
        List<BatchId> order = new ArrayList<>(sealed.keySet());
        return order.subList(order.indexOf(undated.id()), order.indexOf(by.id())).stream()
                .noneMatch(id -> !tables.log.containsKey(id) && (lostWithTheCard.contains(id) || id.number() == 1));
    }

    private boolean hasPoison(BatchId id) {
        Batch batch = sealed.get(id);
        return batch != null && batch.records().stream()
                .anyMatch(record -> record.observation() instanceof Measured measured && isPoison(measured));
    }

    private static void settle(DeviceId device, JournalState journal, SimDatabase.Tables tables) {
        JournalId id = journal.journal();
        JournalKey key = new JournalKey(device, id);
        GuardRow row = tables.guard.getOrDefault(key, GuardRow.empty(key));
        NumberSet false_ = journal.delivered().minus(row.settled());
        if (!false_.isEmpty()) {
            throw new Violation("held for delivered, and not there: " + key + " " + false_);
        }
        if (!journal.toSend().isEmpty() || !journal.dropped().isEmpty()) {
            throw new Violation("still not settled: " + key + " to send " + journal.toSend() + ", dropped "
                    + journal.dropped());
        }
    }
}
