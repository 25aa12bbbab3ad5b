package org.gardefroid.telemetry;

import java.time.Instant;

/** A record whose date is known: what is stored in time, and what rules judge. */
public sealed interface DatedRecord permits Reading, Occurrence {

    /** When it was measured or happened, by the device's trusted clock, in whole milliseconds. */
    Instant at();
}
