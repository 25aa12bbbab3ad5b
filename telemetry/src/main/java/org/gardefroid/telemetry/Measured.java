package org.gardefroid.telemetry;

/** What {@code probe} said, without its time. With its time it is a {@link Reading}. */
public record Measured(ProbeId probe, Measurement measurement) implements Observation {}
