package org.gardefroid.telemetry.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How long there is no reading before that is a gap, where nobody says so: told by the readings themselves. */
public final class UsualGap {

    /** How many usual intervals may pass without a reading: two may be missed. */
    private static final int USUAL_INTERVALS = 3;

    private UsualGap() {}

    /**
     * Three times the median interval; of an even number of intervals the median is half-way between the middle two.
     *
     * @param times in order
     * @return empty for fewer than two
     */
    public static Optional<Duration> of(Iterable<Instant> times) {
        List<Duration> intervals = new ArrayList<>();
        Instant last = null;
        for (Instant at : times) {
            if (last != null) {
                intervals.add(Duration.between(last, at));
            }
            last = at;
        }
        if (intervals.isEmpty()) {
            return Optional.empty();
        }
        intervals.sort(Comparator.naturalOrder());
        int half = intervals.size() / 2;
        Duration median = intervals.size() % 2 == 1
                ? intervals.get(half)
                : intervals.get(half - 1).plus(intervals.get(half)).dividedBy(2);
        return Optional.of(median.multipliedBy(USUAL_INTERVALS));
    }
}
