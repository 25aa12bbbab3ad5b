package org.gardefroid.alerting.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.alerting.RuleName;
import org.gardefroid.telemetry.Temperature;

/**
 * An excursion that the file holds.
 *
 * @param since the first reading out
 * @param endedAt the first reading back in, or the last one out before a gap; empty while it runs at the end of the file
 * @param timeOut observed time out; for a rule of sums all of it, else the whole stretch
 * @param extreme the temperature farthest out
 */
public record Found(RuleName rule, Instant since, Instant confirmedAt, Optional<Instant> endedAt, Duration timeOut,
        Temperature extreme) {}
