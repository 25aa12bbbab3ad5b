package org.gardefroid.alerting;

import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.ProbePurpose;

/** A probe that hangs in an equipment, and what for. */
public record WatchedProbe(ProbeId probe, ProbePurpose purpose) {}
