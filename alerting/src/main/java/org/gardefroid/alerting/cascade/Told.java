package org.gardefroid.alerting.cascade;

import java.time.Instant;

/**
 * A step that was done: that it was is a row, written with the messages in one transaction.
 *
 * @param step which of the steps, from 1
 * @param reached whether there was anybody to write to
 */
public record Told(Instant at, int step, boolean reached) {}
