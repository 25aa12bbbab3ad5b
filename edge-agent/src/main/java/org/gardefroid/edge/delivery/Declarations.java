package org.gardefroid.edge.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gardefroid.telemetry.Event;
import org.gardefroid.telemetry.JournalId;
import org.gardefroid.telemetry.JournalRecord;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;

/** Which numbers have no bytes any more and are still to be declared, so that nobody waits for them. */
final class Declarations {

    /** More than the head of a batch takes, and than one declaration takes. */
    private static final int HEAD_BYTES = 400;
    private static final int DECLARATION_BYTES = 80;

    private final JournalStore store;
    private final int mostRecords;
    private final Map<JournalId, NumberSet> toDeclare = new TreeMap<>();

    /**
     * The records of one batch, and what they say.
     *
     * @param givenUp of what was to be given up now, what there was a place for
     * @param declared of what had been given up before
     */
    record Page(
            List<JournalRecord> records, Map<JournalId, NumberSet> givenUp, Map<JournalId, NumberSet> declared) {}

    Declarations(JournalStore store, SealingSettings settings) {
        this.store = store;
        this.mostRecords = Math.clamp((settings.declarationBytes() - HEAD_BYTES) / DECLARATION_BYTES, 1, 500);
    }

    boolean isEmpty() {
        return toDeclare.isEmpty();
    }

    /** Some have no bytes any more, nobody has heard of it, and what declared others may be among them. */
    void addAllDropped() {
        store.journals().forEach(state -> add(state.journal(), state.dropped()));
    }

    private void add(JournalId journal, NumberSet dropped) {
        if (!dropped.isEmpty()) {
            toDeclare.merge(journal, dropped, NumberSet::union);
        }
    }

    /** As much as surely fits into one batch: the victims first. */
    Page next(long monotonicMillis, Map<JournalId, NumberSet> victims) {
        List<JournalRecord> records = new ArrayList<>();
        Map<JournalId, NumberSet> givenUp = declare(victims, monotonicMillis, records);
        givenUp.forEach(this::declareAgainWhatTheyDeclared);
        return new Page(records, givenUp, declare(toDeclare, monotonicMillis, records));
    }

    /** It is on the card. */
    void written(Page page) {
        page.declared().forEach((journal, numbers) -> toDeclare.computeIfPresent(journal,
                (_, left) -> left.minus(numbers)));
        toDeclare.values().removeIf(NumberSet::isEmpty);
    }

    private Map<JournalId, NumberSet> declare(
            Map<JournalId, NumberSet> dropped, long monotonicMillis, List<JournalRecord> records) {
        Map<JournalId, NumberSet> declared = new TreeMap<>();
        dropped.forEach((journal, numbers) -> {
            for (NumberRange range : numbers.ranges()) {
                if (records.size() < mostRecords) {
                    records.add(new JournalRecord(monotonicMillis, new Event.BatchesDropped(journal, range)));
                    declared.merge(journal, new NumberSet(List.of(range)), NumberSet::union);
                }
            }
        });
        return declared;
    }

    private void declareAgainWhatTheyDeclared(JournalId journal, NumberSet victims) {
        for (NumberRange range : victims.ranges()) {
            for (long number = range.first(); number <= range.last(); number++) {
                store.batch(journal, number).flatMap(SealedBatch::decoded)
                        .ifPresent(batch -> batch.records().forEach(record -> {
                            if (record.observation() instanceof Event.BatchesDropped(var other, var numbers)) {
                                add(other, new NumberSet(List.of(numbers)));
                            }
                        }));
            }
        }
    }
}
