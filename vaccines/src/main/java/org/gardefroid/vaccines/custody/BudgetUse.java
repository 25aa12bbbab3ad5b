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
 * @param marks those that were surely passed since it came
 */
public record BudgetUse(
        Budget budget, boolean goesOn, Interval spent, Optional<Instant> perhapsAt, Optional<Instant> surelyAt,
        List<Mark> marks) {

    /** So much may be spent before somebody is told, while something can still be done: half, and four fifths. */
    private static final List<Integer> PERCENTS = List.of(50, 80);

    /**
     * So much of the allowance was spent, in percent, whatever happened unobserved.
     *
     * @param until when it was first seen to spend no more
     */
    public record Mark(int percent, Instant at, Optional<Instant> until) {}

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
        List<Duration> most = each.stream().map(Interval::most).toList();
        List<Duration> least = each.stream().map(Interval::least).toList();
        return new BudgetUse(budget, budget.counts().whenOpened(openedAt.isPresent()), all,
                when(budget.allowance(), before.most(), openings, segments, most),
                when(budget.allowance(), before.least(), openings, segments, least),
                marks(budget, before.least(), openings, segments, least));
    }

    private static List<Mark> marks(
            Budget budget, Duration before, Openings openings, List<Segment> segments, List<Duration> spent) {
        List<Mark> marks = new ArrayList<>();
        for (int percent : PERCENTS) {
            Optional<Duration> share = budget.allowance().map(all -> all.multipliedBy(percent).dividedBy(100));
            when(share, before, openings, segments, spent)
                    // What was so when it came was said by whoever brought it.
                    .filter(at -> openings.arrived().filter(arrived -> !arrived.isBefore(at)).isEmpty())
                    .ifPresent(at -> marks.add(new Mark(percent, at, rests(at, segments, spent))));
        }
        return List.copyOf(marks);
    }

    private static Optional<Instant> rests(Instant after, List<Segment> segments, List<Duration> spent) {
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            // What nobody measured, and a reading that nothing is known of the time after, say nothing of rest.
            boolean isSeen = segment.seen().isPresent() && segment.length().isPositive();
            if (isSeen && !segment.from().isBefore(after) && !spent.get(i).isPositive()) {
                return Optional.of(segment.from());
            }
        }
        return Optional.empty();
    }

    private static Interval spending(Budget budget, Storage storage, Optional<Span> seen, Interval time) {
        if (seen.isPresent() && seen.get().isSurely(temperature -> storage.spends(budget, temperature))) {
            return time;
        }
        boolean perhaps = seen.isEmpty()
                || seen.get().isPerhaps(temperature -> storage.spends(budget, temperature));
        return perhaps ? new Interval(Duration.ZERO, time.most()) : Interval.NONE;
    }

    /** When as much as {@code allowance} was spent, by one of the two ways to count. */
    private static Optional<Instant> when(Optional<Duration> allowance, Duration before, Openings openings,
            List<Segment> segments, List<Duration> spent) {
        if (allowance.isEmpty()) {
            return Optional.empty();
        }
        Duration left = allowance.get().minus(before);
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
