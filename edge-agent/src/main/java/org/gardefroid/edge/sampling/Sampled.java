package org.gardefroid.edge.sampling;

import org.gardefroid.telemetry.Observation;

/**
 * What a cycle found worth a record.
 *
 * @param urgent it belongs to what may be an alarm, and goes before any backlog
 */
public record Sampled(Observation observation, boolean urgent) {}
