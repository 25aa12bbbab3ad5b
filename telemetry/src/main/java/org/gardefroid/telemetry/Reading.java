package org.gardefroid.telemetry;

import java.time.Instant;

/** One measurement by one probe at one time. */
public record Reading(ProbeId probe, Instant measuredAt, Measurement measurement) implements DatedRecord {

    @Override
    public Instant at() {
        return measuredAt;
    }
}
