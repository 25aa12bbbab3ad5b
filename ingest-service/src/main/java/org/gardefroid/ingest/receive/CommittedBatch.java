package org.gardefroid.ingest.receive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.DatedRecord;
import org.gardefroid.telemetry.Sha256;

/**
 * A batch whose records are in the database, with their dates.
 *
 * <p>A foreign device's pack has an identity too, given by the service: the journal is the device's only one, of zeros.
 *
 * @param source what its readings and events name as their batch
 * @param brief what was in force when it was made, if any was
 * @param records in the order in which they were made
 */
public record CommittedBatch(
        BatchId id,
        long source,
        Optional<Sha256> brief,
        Instant receivedAt,
        List<DatedRecord> records) {

    public CommittedBatch {
        records = List.copyOf(records);
    }
}
