package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is so, as one {@link ConditionRule} sees it.
 *
 * @param seenAt when it was last seen to be so
 * @param dueAt when that has been for too long; of what calms by itself, when it has
 * @param wakes whether a tick at that instant confirms it
 * @param confirmedAt when it was told
 */
record Condition(
        Subject subject,
        RuleName rule,
        Cause cause,
        Severity severity,
        Instant since,
        Instant seenAt,
        Instant dueAt,
        boolean wakes,
        Optional<Instant> confirmedAt) {

    /** Times are whole milliseconds. */
    private static final Duration AFTERWARDS = Duration.ofMillis(1);

    static final Comparator<Condition> ORDER = Comparator.comparing((Condition condition) -> condition.subject.part())
            .thenComparing(Condition::rule);

    static Condition begin(ConditionRule rule, Subject subject, Instant since) {
        return new Condition(subject, rule.name(), rule.cause(), rule.severity(), since, since,
                since.plus(rule.longest()), rule.wakes(), Optional.empty());
    }

    /** Seen once more; what nobody saw in between carries nothing that only readings show. */
    Condition seen(Instant at, Duration longestGap) {
        if (wakes) {
            return this;
        }
        boolean isBroken = confirmedAt.isEmpty() && Duration.between(seenAt, at).compareTo(longestGap) > 0;
        return new Condition(subject, rule, cause, severity, isBroken ? at : since, at,
                isBroken ? at.plus(Duration.between(since, dueAt)) : dueAt, wakes, confirmedAt);
    }

    /** One blow more; calm again as long after this one as after any. */
    static Condition struck(@Nullable Condition before, ShockRule rule, Subject subject, Instant at) {
        return new Condition(subject, rule.name(), rule.cause(), rule.severity(),
                before == null ? at : before.since, at, at.plus(rule.quiet()), false,
                Optional.of(before == null ? at : before.confirmedAt.orElse(at)));
    }

    /** Whether it is over once its time has come, rather than so. */
    boolean calms() {
        return cause == Cause.STRUCK;
    }

    /** When it asks for a tick; {@link Instant#MAX} for never. */
    Instant wakeAt() {
        if (calms()) {
            return dueAt;
        }
        return wakes && confirmedAt.isEmpty() ? dueAt.plus(AFTERWARDS) : Instant.MAX;
    }

    /**
     * Whether it has been for too long by then. What a time alone confirms has to outlast it: a door that closes after five
     * minutes was not open for more than that.
     */
    boolean isDue(Instant at) {
        return confirmedAt.isEmpty() && (wakes ? dueAt.isBefore(at) : !dueAt.isAfter(at));
    }

    boolean isOf(Subject other, RuleName name) {
        return rule.equals(name) && subject.equals(other);
    }

    Condition confirmed(Instant at) {
        return new Condition(subject, rule, cause, severity, since, seenAt, dueAt, wakes, Optional.of(at));
    }

    /** Only of what is confirmed. */
    Fact fact(Optional<Instant> endedAt) {
        FactId id = new FactId(subject, rule, since);
        Instant confirmed = confirmedAt.orElseThrow();
        return cause == Cause.DOOR_LEFT_OPEN
                ? new DoorLeftOpen(id, severity, confirmed, endedAt)
                : new Lasting(id, cause, severity, confirmed, endedAt);
    }
}
