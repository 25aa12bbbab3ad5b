package org.gardefroid.vaccines;

import java.time.Instant;
import org.gardefroid.telemetry.VialStep;

/**
 * From when on a vial's time is over: that instant itself belongs to the time after.
 *
 * @param by the step it counts from
 */
public record Deadline(Instant at, VialStep by) {}
