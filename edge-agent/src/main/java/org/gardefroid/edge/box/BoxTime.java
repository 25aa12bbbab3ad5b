package org.gardefroid.edge.box;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.Batch;
import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.JournalRecord;
import org.jspecify.annotations.Nullable;

/**
 * Gives each record an instant by which the box's rules can be judged: its date, or, while the time is not known, one that
 * is counted. Within a boot that is exact but for where it begins; between two boots an unobserved stretch is assumed, longer
 * than any that a run may have, because nobody knows how long the box was off.
 */
final class BoxTime {

    private final UndatedBatches waiting = new UndatedBatches();
    private @Nullable BatchClock last;
    private Optional<Counting> counting = Optional.empty();

    /** How time is counted now; nothing while it is known. */
    Optional<Counting> counting() {
        return counting;
    }

    /**
     * Counts, because the batch has no date.
     *
     * @param judgedUpTo the latest instant of what was judged before
     * @param longestGap of all equipments
     */
    List<DatedRecord> count(Batch batch, Instant judgedUpTo, Duration longestGap) {
        waiting.add(batch);
        Instant datedUpTo = counting.map(Counting::datedUpTo).orElse(judgedUpTo);
        if (last == null || !last.boot().equals(batch.clock().boot())) {
            Instant from = max(judgedUpTo, BatchClock.EARLIEST).truncatedTo(ChronoUnit.MILLIS).plus(apart(longestGap));
            last = new BatchClock(batch.clock().boot(), first(batch), Optional.of(from));
            counting = Optional.of(new Counting(datedUpTo, from, last));
        } else if (counting.isEmpty()) { // it knew the time in this very boot, and the monotonic time has gone on
            counting = Optional.of(new Counting(datedUpTo, datedUpTo, last));
        }
        return dated(batch, last);
    }

    /** The batch has a date: what was counted before it is wanted no more. */
    List<Batch> known(Batch batch) {
        last = batch.clock();
        counting = Optional.empty();
        return waiting.take();
    }

    /**
     * Dates for what waited: of the boot that knows the time now they are real. What other boots recorded ended an unobserved
     * stretch before what came next, at the latest; where that cannot be, it is left out.
     *
     * @param known the first batch that has a date
     * @param after what was judged before them
     */
    static List<DatedRecord> dated(List<Batch> waited, Batch known, Instant after, Duration longestGap) {
        BatchClock clock = known.clock();
        Instant next = clock.date(first(known)).orElseThrow();
        List<DatedRecord> found = new ArrayList<>();
        for (Batch batch : waited.reversed()) {
            if (!batch.clock().boot().equals(clock.boot())) {
                clock = new BatchClock(batch.clock().boot(), latest(batch),
                        Optional.of(next.minus(apart(longestGap))));
            }
            next = clock.date(first(batch)).orElseThrow();
            boolean isReal = clock.boot().equals(known.clock().boot());
            if (isReal || next.isAfter(after)) {
                found.addAll(0, dated(batch, clock));
            }
        }
        return found;
    }

    private static List<DatedRecord> dated(Batch batch, BatchClock clock) {
        return batch.records().stream().flatMap(record -> clock.date(record).stream()).toList();
    }

    private static Duration apart(Duration longestGap) {
        return longestGap.plusMillis(1);
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static long first(Batch batch) {
        return batch.records().stream().mapToLong(JournalRecord::monotonicMillis).min().orElseThrow();
    }

    private static long latest(Batch batch) {
        return batch.records().stream().mapToLong(JournalRecord::monotonicMillis).max().orElseThrow();
    }
}
