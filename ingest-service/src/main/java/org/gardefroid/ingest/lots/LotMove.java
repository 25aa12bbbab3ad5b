package org.gardefroid.ingest.lots;

import java.time.Instant;

/**
 * Doses of a lot go from one equipment to another.
 *
 * @param thaws whether they leave the freezer to thaw from then on
 */
public record LotMove(String from, String to, int doses, Instant at, boolean thaws) {}
