package org.gardefroid.ingest.receive;

import java.time.Instant;
import java.util.List;
import org.gardefroid.telemetry.DatedRecord;

/** From the earliest to the latest of some records. */
record Span(Instant first, Instant last) {

    /** @param records at least one, in any order */
    static Span of(List<DatedRecord> records) {
        Instant first = records.getFirst().at();
        Instant last = first;
        for (DatedRecord record : records) {
            first = record.at().isBefore(first) ? record.at() : first;
            last = record.at().isAfter(last) ? record.at() : last;
        }
        return new Span(first, last);
    }
}
