package org.gardefroid.telemetry;

import java.time.Instant;

/** An event and when it happened. */
public record Occurrence(Instant at, Event event) implements DatedRecord {}
