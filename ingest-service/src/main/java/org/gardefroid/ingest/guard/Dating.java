package org.gardefroid.ingest.guard;

import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;

/**
 * The records of {@code held} are to be moved to where the dated ones are, each at {@code clock.date(monotonicMillis)};
 * and its line in the log gets this clock, since it may have to date others in its turn.
 */
public record Dating(BatchId held, BatchClock clock) {}
