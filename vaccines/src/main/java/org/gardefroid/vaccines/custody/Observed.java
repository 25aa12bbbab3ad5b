package org.gardefroid.vaccines.custody;

import java.time.Instant;
import org.gardefroid.telemetry.Temperature;

/** A temperature that was read. A probe's fault is none. */
public record Observed(Instant at, PlaceId where, Temperature temperature) {}
