package org.gardefroid.alerting.cascade;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who is told, one step after the other, until somebody has answered.
 *
 * <p>What is due follows from what was done and from the time alone, so that it may be asked for again at any moment, by
 * whichever instance: a step that is not among the rows was not done, and is due still. After a standstill no step is passed
 * over: each waits for its own answer.
 *
 * @param steps at least one
 * @param again how long after the last step it is done again, as long as nobody answers
 */
public record Cascade(List<CascadeStep> steps, Duration again) {

    /** Whoever did not hear the telephone is called again soon, and not so soon that it cannot be answered. */
    public static final Duration AGAIN = Duration.ofMinutes(10);

    public Cascade {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a cascade has at least one step");
        }
        if (!again.isPositive()) {
            throw new IllegalArgumentException("the last step is repeated after a time: " + again);
        }
    }

    /** @param told the tellings of this round, in their order */
    public Next next(Standing standing, List<Told> told, Instant now) {
        boolean wasHeard = told.stream().anyMatch(Told::reached);
        if (standing.isAnswered() || standing.isSettled() && wasHeard) {
            return new Next.Rest();
        }
        Instant due = dueAt(standing, told);
        Instant quiet = standing.snoozedUntil().orElse(Instant.MIN);
        Instant from = quiet.isAfter(due) ? quiet : due;
        if (from.isAfter(now)) {
            return new Next.Wait(from);
        }
        int step = isForNobody(told) ? latestReached(told) : Math.min(told.size() + 1, steps.size());
        return new Next.Tell(told.size() + 1, step, step == steps.size() && !wasHeard);
    }

    /** The last step has found nobody at this hour, and a former one had found somebody: who was told must not be let sleep. */
    private boolean isForNobody(List<Told> told) {
        return told.size() >= steps.size() && !told.getLast().reached() && told.getLast().step() == steps.size()
                && told.stream().anyMatch(Told::reached);
    }

    private static int latestReached(List<Told> told) {
        return told.stream().filter(Told::reached).mapToInt(Told::step).max().orElseThrow();
    }

    private Instant dueAt(Standing standing, List<Told> told) {
        if (told.isEmpty()) {
            return standing.begunAt().plus(steps.getFirst().patience());
        }
        Told former = told.getLast();
        if (isForNobody(told)) {
            return former.at();
        }
        if (told.size() >= steps.size()) {
            return former.at().plus(again);
        }
        // A step that found nobody leaves nobody to wait for.
        return former.reached() ? former.at().plus(steps.get(told.size()).patience()) : former.at();
    }
}
