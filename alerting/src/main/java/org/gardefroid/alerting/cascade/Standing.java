package org.gardefroid.alerting.cascade;

import java.time.Instant;
import java.util.Optional;

/**
 * How an alarm stands, as far as telling people is concerned.
 *
 * @param begunAt when this round of telling began: raised, or grown worse
 * @param isAnswered a person has acknowledged it, or it was withdrawn or closed
 * @param isSettled it is over and leaves nothing to decide, as a door that was shut again does
 * @param snoozedUntil a person asked for quiet until then
 */
public record Standing(Instant begunAt, boolean isAnswered, boolean isSettled, Optional<Instant> snoozedUntil) {}
