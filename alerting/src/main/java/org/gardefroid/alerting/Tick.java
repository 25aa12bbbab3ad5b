package org.gardefroid.alerting;

import java.time.Instant;

/** Time has come to {@code at}, which is exactly an instant that a rule asked to be woken at. */
public record Tick(Instant at) {}
