package org.gardefroid.ingest.guard;

import org.gardefroid.telemetry.BatchClock;
import org.gardefroid.telemetry.BatchId;

/** The records of {@code held} are to be moved to where the dated ones are, each at {@code clock.date(monotonicMillis)}. */
public record Dating(BatchId held, BatchClock clock) {}
