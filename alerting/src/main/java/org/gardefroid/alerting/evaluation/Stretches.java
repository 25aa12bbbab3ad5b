package org.gardefroid.alerting.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gardefroid.telemetry.series.Series.Point;

/**
 * A file's readings, cut where nobody saw what lay between: a reading holds until the next, unless that is farther than the
 * greatest gap.
 */
public record Stretches(List<List<Point>> each, Duration unobserved) {

    /** How many usual intervals may pass without a reading, unless a person says otherwise: two may be missed. */
    private static final int USUAL_INTERVALS = 3;

    /** @param points in order of time, at least one */
    public static Stretches of(List<Point> points, Duration greatestGap) {
        List<List<Point>> stretches = new ArrayList<>();
        Duration unobserved = Duration.ZERO;
        int from = 0;
        for (int i = 1; i < points.size(); i++) {
            Duration interval = interval(points, i);
            if (interval.compareTo(greatestGap) > 0) {
                stretches.add(points.subList(from, i));
                unobserved = unobserved.plus(interval);
                from = i;
            }
        }
        stretches.add(points.subList(from, points.size()));
        return new Stretches(stretches, unobserved);
    }

    /** Three times the median interval; of a single reading, any. */
    public static Duration usualGap(List<Point> points) {
        List<Duration> intervals = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            intervals.add(interval(points, i));
        }
        if (intervals.isEmpty()) {
            return Duration.ofDays(1);
        }
        intervals.sort(Comparator.naturalOrder());
        int half = intervals.size() / 2;
        Duration median = intervals.size() % 2 == 1
                ? intervals.get(half)
                : intervals.get(half - 1).plus(intervals.get(half)).dividedBy(2);
        return median.multipliedBy(USUAL_INTERVALS);
    }

    private static Duration interval(List<Point> points, int i) {
        Instant before = points.get(i - 1).at();
        return Duration.between(before, points.get(i).at());
    }
}
