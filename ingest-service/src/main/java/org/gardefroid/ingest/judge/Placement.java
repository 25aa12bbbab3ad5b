package org.gardefroid.ingest.judge;

import java.time.Instant;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;

/**
 * A probe hung in an equipment.
 *
 * @param probeId the probe's number in the table of readings
 * @param until the first instant at which it hung there no longer
 */
public record Placement(
        ProbeId probe, int probeId, ProbePurpose purpose, int device, int equipment, Instant from, Instant until) {

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
