package org.gardefroid.vaccines;

import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.VialStep;

/**
 * From when on a vial's time is over: that instant itself belongs to the time after.
 *
 * @param by the step it counts from; empty if it is the label's expiry
 */
public record Deadline(Instant at, Optional<VialStep> by) {}
