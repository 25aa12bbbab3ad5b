package org.gardefroid.alerting.cascade;

import java.time.Instant;

/**
 * A step that was done: that it was is a row, written with the messages in one transaction.
 *
 * @param reached whether there was anybody to write to
 */
public record Told(Instant at, boolean reached) {}
