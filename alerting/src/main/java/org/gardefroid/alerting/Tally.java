package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.telemetry.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link CumulativeRule} stands with one probe, once something was out of range.
 *
 * @param since the first reading out within the span; its beginning, as long as there is none
 * @param hasOwn whether there is one, rather than a reading of the span before that held over
 * @param sum observed time out of range, up to {@code countedUpTo}
 * @param told what of it the fact says: the sum when there was last something to tell
 * @param countedUpTo while out, the last reading
 * @param held the last temperature out: it holds until the next reading
 * @param isOut whether the last reading was out of range
 * @param confirmedAt when the limit was reached, if it was
 * @param endedAt when it was last seen to come back, while it is not out
 */
record Tally(
        Bound bound,
        Severity severity,
        Instant since,
        boolean hasOwn,
        Duration sum,
        Duration told,
        Instant countedUpTo,
        Temperature held,
        boolean isOut,
        Temperature worst,
        Instant worstAt,
        Optional<Instant> confirmedAt,
        Optional<Instant> endedAt)
        implements
            RunState {

    /** A fact that goes on need not be written anew with each reading, and must not stand still either. */
    private static final Duration TOLD_EACH = Duration.ofMinutes(15);

    static Tally begin(CumulativeRule rule, Instant at, Temperature temperature) {
        return begin(rule, at, true, temperature);
    }

    /** A reading of the span before was out of range, and holds on from the beginning of this one. */
    static Tally heldOver(CumulativeRule rule, Instant beginning, Temperature temperature) {
        return begin(rule, beginning, false, temperature);
    }

    private static Tally begin(CumulativeRule rule, Instant at, boolean hasOwn, Temperature temperature) {
        return new Tally(rule.bound(), rule.severity(), at, hasOwn, Duration.ZERO, Duration.ZERO, at, temperature, true,
                temperature,
                at,
                Optional.empty(), Optional.empty());
    }

    /** The last reading was out of range, and holds until {@code at}. */
    Tally countedTo(Instant at) {
        return new Tally(bound, severity, since, hasOwn, sum.plus(Duration.between(countedUpTo, at)), told, at, held,
                isOut,
                worst,
                worstAt, confirmedAt, endedAt);
    }

    Tally out(Instant at, Temperature temperature) {
        if (!hasOwn && confirmedAt.isEmpty()) {
            return new Tally(bound, severity, at, true, sum, told, at, temperature, true, temperature, at, confirmedAt,
                    Optional.empty());
        }
        boolean isWorse = bound.isWorse(temperature, worst);
        return new Tally(bound, severity, since, true, sum, told, at, temperature, true, isWorse ? temperature : worst,
                isWorse ? at : worstAt, confirmedAt, Optional.empty());
    }

    Tally ended(Instant at) {
        return new Tally(bound, severity, since, hasOwn, sum, told, countedUpTo, held, false, worst, worstAt,
                confirmedAt,
                Optional.of(at));
    }

    Tally confirmedBy(Instant at, Duration limit) {
        return confirmedAt.isPresent() || sum.compareTo(limit) < 0
                ? this
                : new Tally(bound, severity, since, hasOwn, sum, told, countedUpTo, held, isOut, worst, worstAt,
                        Optional.of(at),
                        endedAt);
    }

    /** Whether there is something to tell that {@code before} had not told; that the sum grows is, now and then. */
    boolean isNewsAfter(@Nullable Tally before) {
        return confirmedAt.isPresent() && (before == null || !since.equals(before.since)
                || !confirmedAt.equals(before.confirmedAt) || !endedAt.equals(before.endedAt)
                || !worst.equals(before.worst) || steps(sum) > steps(told));
    }

    private static long steps(Duration sum) {
        return sum.dividedBy(TOLD_EACH);
    }

    /** All of this is told. */
    Tally telling() {
        return new Tally(bound, severity, since, hasOwn, sum, sum, countedUpTo, held, isOut, worst, worstAt,
                confirmedAt, endedAt);
    }

    /** Only of what is confirmed. */
    CumulativeExcursion fact(Subject probe, RuleName rule) {
        return new CumulativeExcursion(new FactId(probe, rule, since), bound, severity, confirmedAt.orElseThrow(),
                endedAt, worst, worstAt, told);
    }
}
