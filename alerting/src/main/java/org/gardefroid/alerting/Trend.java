package org.gardefroid.alerting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gardefroid.telemetry.ProbeId;
import org.gardefroid.telemetry.Temperature;

/**
 * What an air probe said of late, without a gap.
 *
 * @param points in order of time, at most {@value #MOST}
 */
record Trend(ProbeId probe, List<Point> points) {

    /** Bounds what is remembered, however often the probe is read. */
    private static final int MOST = 240;

    private static final int THIRDS = 3;

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
        // Two points near enough to each other need no third between them.
        Duration near = longest.multipliedBy(2).dividedBy(MOST);
        if (after.size() > 1 && Duration.between(after.get(after.size() - 2).at(), at).compareTo(near) < 0) {
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
        return Optional.of(through(seen, now));
    }

    /**
     * The same through the coldest reading of each third of {@code over}, or the warmest: what disturbs the air for less than a
     * third of it does not move the line. Nothing where a third was not seen.
     */
    Optional<Line> calmLine(Duration over, boolean coldest) {
        Instant now = points.getLast().at();
        Duration third = over.dividedBy(THIRDS);
        List<Point> calm = new ArrayList<>(Collections.nCopies(THIRDS, null));
        for (Point point : points) {
            Duration ago = Duration.between(point.at(), now);
            if (ago.compareTo(over) <= 0) {
                int place = (int) Math.min(THIRDS - 1, ago.dividedBy(third));
                Point before = calm.get(place);
                boolean isCalmer = before == null || (coldest
                        ? point.milliCelsius() < before.milliCelsius()
                        : point.milliCelsius() > before.milliCelsius());
                if (isCalmer) {
                    calm.set(place, point);
                }
            }
        }
        return calm.stream().anyMatch(Objects::isNull) ? Optional.empty() : Optional.of(through(calm, now));
    }

    private static Line through(List<Point> seen, Instant now) {
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
        return new Line(Math.rint(mean - perHour * meanHours), Math.rint(perHour));
    }

    private static double hours(Instant now, Point point) {
        return Duration.between(now, point.at()).toMillis() / (double) Duration.ofHours(1).toMillis();
    }
}
