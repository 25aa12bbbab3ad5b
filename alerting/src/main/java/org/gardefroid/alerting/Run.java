package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.alerting.ExcursionState.Confirmed;

/** Where a rule stands with a probe, while there is something to remember. */
record Run(RuleName rule, RunState state) {

    /** Whether {@code other} goes on from here: the same by name, and of the kind that this state is of. */
    boolean isOf(TemperatureRule other) {
        return rule.equals(other.name()) && switch (other) {
            case ExcursionRule excursion -> state instanceof ExcursionState;
            case CumulativeRule cumulative -> state instanceof Tally;
        };
    }

    /** What has been told of it, as far as it is not over for good. */
    Optional<Fact> fact(Subject probe) {
        return switch (state) {
            case ExcursionState.InRange none -> Optional.empty();
            case ExcursionState.Suspected none -> Optional.empty();
            case Confirmed(Excursion excursion, Instant unbroken) -> Optional.of(excursion);
            case ExcursionState.Returning(Excursion excursion, Instant since) -> Optional.of(excursion);
            case Tally tally -> tally.confirmedAt().map(at -> tally.fact(probe, rule));
        };
    }

    /** What there is to tell of it now, whether or not that is worth telling anew. */
    Optional<Fact> now(Subject probe) {
        return state instanceof Tally tally ? new Run(rule, tally.telling()).fact(probe) : fact(probe);
    }

    /** What is new of it when nobody asks about it any more. */
    Optional<Fact> endedBySettings(Subject probe, Instant at) {
        return switch (state) {
            case ExcursionState.InRange none -> Optional.empty();
            case ExcursionState.Suspected none -> Optional.empty();
            case Confirmed(Excursion excursion, Instant unbroken) -> Optional.of(excursion.ended(at, Duration.ZERO));
            case ExcursionState.Returning(Excursion excursion, Instant since) ->
                Optional.of(excursion.ended(since, Duration.ZERO));
            case Tally tally -> tally.isOut()
                    ? tally.confirmedAt().map(then -> tally.ended(at).telling().fact(probe, rule))
                    : Optional.empty();
        };
    }
}
