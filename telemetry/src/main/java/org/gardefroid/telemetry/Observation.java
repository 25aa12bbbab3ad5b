package org.gardefroid.telemetry;

/** What a record tells, without its time: what a probe said, or an event. */
public sealed interface Observation permits Measured, Event {}
