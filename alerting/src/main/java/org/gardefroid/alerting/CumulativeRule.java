package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gardefroid.telemetry.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * Confirms an excursion once a product probe has been beyond {@code bound} for {@code limit} in all within a span, however
 * often it was back in between: as the fridge-tag's daily sums, and the ten hours of WHO's shipping indicators.
 *
 * <p>A temperature holds until the next one, unless that is too far: what nobody saw is never counted. So the sum may reach
 * its limit between two readings, and the first reading at or after that confirms it.
 *
 * @param limit reached exactly is reached; 0 confirms by one reading
 */
public record CumulativeRule(RuleName name, Severity severity, Bound bound, Duration limit, CumulativeSpan span)
        implements
            TemperatureRule {

    public CumulativeRule {
        if (limit.isNegative()) {
            throw new IllegalArgumentException(name + ": limit must not be negative: " + limit);
        }
    }

    /**
     * Takes the next temperature of {@code probe}.
     *
     * @param before what was counted so far; null for nothing
     * @param gap how long nothing was seen before it; zero if the temperature before it was near enough
     * @param found takes what there is to tell
     * @return what is counted now; null for nothing
     */
    @Nullable
    Tally step(@Nullable Tally before, Subject probe, Instant at, Temperature temperature, Duration gap,
            List<Fact> found) {
        Tally counted = before == null ? null : count(before, probe, at, gap.isZero(), found);
        Tally after;
        if (bound.isCrossedBy(temperature)) {
            after = counted == null ? Tally.begin(this, at, temperature) : counted.out(at, temperature);
        } else if (counted == null) {
            return null;
        } else {
            after = counted.isOut() ? counted.ended(gap.isZero() ? at : counted.countedUpTo()) : counted;
        }
        Tally assessed = after.confirmedBy(at, limit);
        if (!assessed.isNewsAfter(before)) {
            return assessed;
        }
        Tally told = assessed.telling();
        found.add(told.fact(probe, name));
        return told;
    }

    /** Counts up to {@code at}, and closes the spans that ended by then; null where nothing of the span of {@code at} is. */
    private @Nullable Tally count(Tally before, Subject probe, Instant at, boolean holds, List<Fact> found) {
        Tally tally = before;
        for (Instant end = span.endAfter(tally.since()); !at.isBefore(end); end = span.endAfter(end)) {
            boolean isHeldOver = tally.isOut() && holds;
            Tally over = isHeldOver
                    ? tally.countedTo(end).confirmedBy(end, limit).ended(end)
                    : tally.isOut() ? tally.ended(tally.countedUpTo()) : tally;
            if (over.isNewsAfter(tally)) {
                found.add(over.telling().fact(probe, name));
            }
            if (!isHeldOver || at.equals(end)) {
                return null;
            }
            tally = Tally.heldOver(this, end, tally.held());
        }
        return tally.isOut() && holds ? tally.countedTo(at) : tally;
    }
}
