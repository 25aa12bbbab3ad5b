package org.gardefroid.alerting.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gardefroid.telemetry.series.Series.Point;
import org.gardefroid.telemetry.series.UsualGap;

/**
 * A file's readings, cut where nobody saw what lay between: a reading holds until the next, unless that is farther than the
 * greatest gap.
 */
public record Stretches(List<List<Point>> each, Duration unobserved) {

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
        return UsualGap.of(points.stream().map(Point::at).toList()).orElse(Duration.ofDays(1));
    }

    private static Duration interval(List<Point> points, int i) {
        Instant before = points.get(i - 1).at();
        return Duration.between(before, points.get(i).at());
    }
}
