package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;

/**
 * What an air probe said of late, without a gap.
 *
 * @param points in order of time, at most {@value #MOST}
 */
record Trend(ProbeId probe, List<Point> points) {

    /** Bounds what is remembered; two hours of a reading a minute. */
    private static final int MOST = 120;

    /** Two points always make a line: a trend takes three. */
    private static final int FEWEST = 3;

    record Point(Instant at, int milliCelsius) {}

    /** A line through the points: where it stands now, and how it changes, to whole thousandths, so that limits are exact. */
    record Line(double nowMilliCelsius, double milliCelsiusPerHour) {}

    Trend {
        points = List.copyOf(points);
    }

    Trend with(Instant at, Temperature temperature, Duration longestGap, Duration longest) {
        List<Point> after = new ArrayList<>(points);
        if (!after.isEmpty() && Duration.between(after.getLast().at(), at).compareTo(longestGap) > 0) {
            after.clear();
        }
        if (!after.isEmpty() && after.getLast().at().equals(at)) {
            after.removeLast();
        }
        after.add(new Point(at, temperature.milliCelsius()));
        Instant from = at.minus(longest);
        after.removeIf(point -> point.at().isBefore(from));
        return new Trend(probe, after.subList(Math.max(0, after.size() - MOST), after.size()));
    }

    /** By least squares over the last {@code over}; nothing where less than half of that was seen. */
    Optional<Line> line(Duration over) {
        Instant now = points.getLast().at();
        List<Point> seen = points.stream().filter(point -> !point.at().isBefore(now.minus(over))).toList();
        boolean isEnough = seen.size() >= FEWEST
                && Duration.between(seen.getFirst().at(), now).multipliedBy(2).compareTo(over) >= 0;
        if (!isEnough) {
            return Optional.empty();
        }
        double meanHours = seen.stream().mapToDouble(point -> hours(now, point)).average().orElseThrow();
        double mean = seen.stream().mapToDouble(Point::milliCelsius).average().orElseThrow();
        double together = 0;
        double squares = 0;
        for (Point point : seen) {
            double away = hours(now, point) - meanHours;
            together += away * (point.milliCelsius() - mean);
            squares += away * away;
        }
        double perHour = together / squares;
        return Optional.of(new Line(Math.rint(mean - perHour * meanHours), Math.rint(perHour)));
    }

    private static double hours(Instant now, Point point) {
        return Duration.between(now, point.at()).toMillis() / (double) Duration.ofHours(1).toMillis();
    }
}
