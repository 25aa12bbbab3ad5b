package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            Budget budget, Storage storage, Openings openings, List<Segment> segments, List<Handling> starts) {
        Interval before = Interval.NONE;
        for (Spent spent : openings.spent()) { // what came before the record was before it was opened
            if (budget.counts().whenOpened(false)) {
                before = before.plus(spending(budget, storage, Optional.of(spent.seen()), spent.time()));
            }
        }
        Interval all = before;
        List<Interval> each = new ArrayList<>();
        Optional<Instant> openedAt = new Condition(starts).openedAt();
        for (Segment segment : segments) {
            boolean opened = openedAt.filter(at -> !at.isAfter(segment.from())).isPresent();
            Interval here = budget.counts().whenOpened(opened)
                    ? spending(budget, storage, segment.seen(), segment.time())
                    : Interval.NONE;
            each.add(here);
            all = all.plus(here);
        }
        return new BudgetUse(budget, budget.counts().whenOpened(openedAt.isPresent()), all,
                when(budget, before.most(), openings, segments, each.stream().map(Interval::most).toList()),
                when(budget, before.least(), openings, segments, each.stream().map(Interval::least).toList()));
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
            Budget budget, Duration before, Openings openings, List<Segment> segments, List<Duration> spent) {
        if (budget.allowance().isEmpty()) {
            return Optional.empty();
        }
        Duration left = budget.allowance().get().minus(before);
        if (!left.isPositive()) {
            return openings.arrived();
        }
        for (int i = 0; i < segments.size(); i++) {
            Instant from = segments.get(i).from();
            if (left.compareTo(spent.get(i)) <= 0) {
                return Optional.of(from.plus(left));
            }
            left = left.minus(spent.get(i));
        }
        return Optional.empty();
    }

    /** What is left, where the profile says of how much. */
    public Optional<Interval> left() {
        return budget.allowance().map(spent::leftOf);
    }
}
