package org.gardefroid.ingest.guard;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gardefroid.telemetry.DeviceId;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Question;
import org.gardefroid.telemetry.Receipt;
import org.gardefroid.telemetry.Rejection;

/** Words what is committed as receipts. */
public final class Receipts {

    private Receipts() {}

    /** What is told unasked: it can only add. */
    public static Receipt unasked(Collection<GuardRow> committed) {
        return new Receipt(Optional.empty(), committed.stream().map(Receipts::of).toList());
    }

    /**
     * The whole truth of the journals that were asked for.
     *
     * @param committed read after the question arrived
     */
    public static Receipt answer(DeviceId device, Question question, Map<JournalKey, GuardRow> committed) {
        return new Receipt(Optional.of(question.nonce()), question.journals().stream().map(journal -> {
            JournalKey key = new JournalKey(device, journal);
            return of(committed.getOrDefault(key, GuardRow.empty(key)));
        }).toList());
    }

    private static Receipt.OfJournal of(GuardRow row) {
        NumberSet settled = row.settled();
        TreeMap<Long, Rejection> rejected = new TreeMap<>(row.rejected());
        row.forked().ranges().forEach(range -> {
            for (long number = range.first(); number <= range.last(); number++) {
                rejected.put(number, Rejection.FORK); // besides being stored: which of the two is right, a person finds out
            }
        });
        List<NumberRange> ranges = settled.ranges();
        long upTo = Receipt.OfJournal.ALL;
        if (ranges.size() > Receipt.OfJournal.MOST_RANGES) {
            upTo = ranges.get(Receipt.OfJournal.MOST_RANGES - 1).last();
        }
        if (rejected.size() > Receipt.OfJournal.MOST_RANGES) {
            upTo = Math.min(upTo, List.copyOf(rejected.keySet()).get(Receipt.OfJournal.MOST_RANGES) - 1);
        }
        NumberSet spokenOf = upTo == Receipt.OfJournal.ALL ? settled : settled.intersect(NumberSet.range(1, upTo));
        boolean hashFits = spokenOf.watermark() == row.stored().watermark();
        return new Receipt.OfJournal(row.key().journal(), upTo, spokenOf,
                hashFits ? row.watermarkHash() : Optional.empty(), new HashMap<>(rejected.headMap(upTo, true)));
    }
}
