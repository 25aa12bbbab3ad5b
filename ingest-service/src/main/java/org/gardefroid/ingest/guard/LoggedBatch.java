package org.gardefroid.ingest.guard;

import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;
import org.gardefroid.telemetry.Sha256;

/**
 * What the log keeps of a stored batch beside its records.
 *
 * @param clock the clock that dates its records: its own, or after a {@link Dating} the one it was dated by
 */
public record LoggedBatch(BatchId id, Sha256 hash, Sha256 previous, BatchClock clock) {}
