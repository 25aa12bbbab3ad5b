package org.gardefroid.vaccines.custody;

import java.time.Instant;

/**
 * From when on its time is over; that instant itself is too late.
 *
 * @param by the step it counts from, {@code label-expiry}, or {@code budget:} and the budget's name
 */
public record Due(Instant at, String by) {}
