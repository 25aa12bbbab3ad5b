package org.gardefroid.telemetry;

import java.util.List;
import java.util.Optional;

/**
 * A sealed run of records. Its bytes never change once it has its number.
 *
 * @param previous the SHA-256 of the batch before: of number - 1 in the same journal, or, for number 1, of the last batch
 *     of {@code predecessor}, or {@link Sha256#NONE}
 * @param predecessor only in number 1, and only where there was one
 * @param brief the brief in force while these records were made; empty until the first has been received
 * @param records in the order they were made, 1 to {@value #MOST_RECORDS}
 */
public record Batch(
        BatchId id,
        BatchClock clock,
        Sha256 previous,
        Optional<Predecessor> predecessor,
        Optional<Sha256> brief,
        List<JournalRecord> records) {

    public static final int MOST_RECORDS = 1_000;

    /** The most bytes of an encoded batch: several fit the smallest window, and a broker's limit is far above. */
    public static final int MOST_BYTES = 65_536;

    public Batch {
        records = List.copyOf(records);
        if (records.isEmpty() || records.size() > MOST_RECORDS) {
            throw new IllegalArgumentException(
                    "a batch must have 1 to " + MOST_RECORDS + " records: " + records.size());
        }
        if (predecessor.isPresent() && id.number() != 1) {
            throw new IllegalArgumentException("only batch 1 names a predecessor, not " + id);
        }
    }

    /** The records with their dates, or nothing while the clock is not trusted. */
    public Optional<List<DatedRecord>> dated() {
        return clock.wall().isEmpty()
                ? Optional.empty()
                : Optional.of(records.stream().map(record -> clock.date(record).orElseThrow()).toList());
    }
}
