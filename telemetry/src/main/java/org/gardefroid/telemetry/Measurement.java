package org.gardefroid.telemetry;

/** What a probe said: a temperature, or why it could not give one. A fault is never a number. */
public sealed interface Measurement permits Temperature, ProbeFault {}
