package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gardefroid.vaccines.Budget;
import org.gardefroid.vaccines.Handling;
import org.gardefroid.vaccines.Storage;
import org.gardefroid.vaccines.custody.Arrival.Spent;

/**
 * What a container has spent of a budget.
 *
 * @param goesOn whether it can still be spent from: not that of the unopened, once it is opened
 * @param perhapsAt when it was first possible that all was spent
 * @param surelyAt when all was spent whatever happened unobserved; that instant itself is too late
 */
public record BudgetUse(
        Budget budget, boolean goesOn, Interval spent, Optional<Instant> perhapsAt, Optional<Instant> surelyAt) {

    static BudgetUse of(
            Budget budget, Storage storage, List<Spent> opening, List<Segment> segments, List<Handling> starts) {
        Interval before = Interval.NONE;
        for (Spent spent : opening) { // what came before the record was before it was opened
            if (budget.counts().whenOpened(false)) {
                before = before.plus(spending(budget, storage, Optional.of(spent.seen()), spent.time()));
            }
        }
        Interval all = before;
        for (Segment segment : segments) {
            all = all.plus(of(segment, budget, storage, starts));
        }
        boolean isOpened = new Condition(starts).isOpened();
        return new BudgetUse(budget, budget.counts().whenOpened(isOpened), all,
                when(budget, before.most(), segments, each -> of(each, budget, storage, starts).most()),
                when(budget, before.least(), segments, each -> of(each, budget, storage, starts).least()));
    }

    private static Interval of(Segment segment, Budget budget, Storage storage, List<Handling> starts) {
        boolean counts = budget.counts().whenOpened(Condition.at(segment.from(), starts).isOpened());
        return counts ? spending(budget, storage, segment.seen(), segment.time()) : Interval.NONE;
    }

    private static Interval spending(Budget budget, Storage storage, Optional<Span> seen, Interval time) {
        if (seen.isPresent() && seen.get().isSurely(temperature -> storage.spends(budget, temperature))) {
            return time;
        }
        boolean perhaps = seen.isEmpty()
                || seen.get().isPerhaps(temperature -> storage.spends(budget, temperature));
        return perhaps ? new Interval(Duration.ZERO, time.most()) : Interval.NONE;
    }

    /** When as much as the allowance was spent, by one of the two ways to count. */
    private static Optional<Instant> when(
            Budget budget, Duration before, List<Segment> segments, Function<Segment, Duration> spent) {
        if (budget.allowance().isEmpty()) {
            return Optional.empty();
        }
        Duration left = budget.allowance().get().minus(before);
        for (Segment segment : segments) {
            if (!left.isPositive()) {
                return Optional.of(segment.from());
            }
            Duration here = spent.apply(segment);
            if (left.compareTo(here) <= 0) {
                return Optional.of(segment.from().plus(left));
            }
            left = left.minus(here);
        }
        return left.isPositive() ? Optional.empty() : segments.stream().map(Segment::to).findFirst();
    }

    /** What is left, where the profile says of how much. */
    public Optional<Interval> left() {
        return budget.allowance().map(spent::leftOf);
    }
}
