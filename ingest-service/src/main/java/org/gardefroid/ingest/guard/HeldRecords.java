package org.gardefroid.ingest.guard;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.NumberRange;
import org.gardefroid.telemetry.NumberSet;
import org.gardefroid.telemetry.Predecessor;

/**
 * Says which dated batch dates which held one: the next dated one of the same boot, once nothing is missing between them.
 *
 * <p>Nothing missing, so that the dates do not depend on the order of arrival: a clock may step again later in the same
 * boot, and only the first trusted clock after a record is sure to be the one that its device would date it by. What a
 * card lost before it was sent is not waited for: the journal after names the last number that the card still knew.
 */
record HeldRecords(Map<JournalKey, GuardRow> rows) {

    /** More restarts than this within one boot without a trusted clock: the rest waits for a person. */
    private static final int MOST_JOURNALS = 100;

    Map<BatchId, BatchId> datedBy() {
        Map<BatchId, BatchId> datings = new HashMap<>();
        for (GuardRow row : rows.values()) {
            for (NumberRange range : row.held().ranges()) {
                for (long number = range.first(); number <= range.last(); number++) {
                    long held = number;
                    firstDatedFrom(row, held, MOST_JOURNALS)
                            .ifPresent(by -> datings.put(row.key().batch(held), by));
                }
            }
        }
        return datings;
    }

    private Optional<BatchId> firstDatedFrom(GuardRow row, long from, int journalsLeft) {
        NumberSet answered = answered(row).union(lostWithTheCard(row));
        for (NumberRange range : row.stored().minus(row.held()).ranges()) {
            if (range.last() >= from) {
                long dated = Math.max(from, range.first());
                return covers(answered, from, dated) ? Optional.of(row.key().batch(dated)) : Optional.empty();
            }
        }
        return journalsLeft == 0 ? Optional.empty() : successor(row).flatMap(next -> {
            long last = next.predecessor().orElseThrow().lastNumber();
            return from > last || covers(answered, from, last)
                    ? firstDatedFrom(next, 1, journalsLeft - 1)
                    : Optional.empty();
        });
    }

    private Optional<GuardRow> successor(GuardRow row) {
        return rows.values().stream()
                .filter(next -> next.key().device().equals(row.key().device())
                        && next.boot().isPresent() && next.boot().equals(row.boot())
                        && next.predecessor().map(Predecessor::journal).equals(Optional.of(row.key().journal())))
                .min((one, other) -> one.key().compareTo(other.key()));
    }

    private NumberSet lostWithTheCard(GuardRow row) {
        return rows.values().stream().filter(next -> next.key().device().equals(row.key().device()))
                .flatMap(next -> next.predecessor().stream())
                .filter(before -> before.journal().equals(row.key().journal()))
                .mapToLong(Predecessor::lastNumber).min().stream()
                .mapToObj(last -> NumberSet.range(last + 1, Long.MAX_VALUE)).findAny().orElse(NumberSet.EMPTY);
    }

    private static NumberSet answered(GuardRow row) {
        Collection<Long> rejected = row.rejected().keySet();
        return row.settled().union(NumberSet.of(rejected.stream().mapToLong(Long::longValue).toArray()));
    }

    private static boolean covers(NumberSet numbers, long from, long to) {
        return NumberSet.range(from, to).minus(numbers).isEmpty();
    }
}
