package org.gardefroid.alerting;

/** Where a rule of temperature stands with a probe. */
public sealed interface RunState permits ExcursionState, Tally {}
