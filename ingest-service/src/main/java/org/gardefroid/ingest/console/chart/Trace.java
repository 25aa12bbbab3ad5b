package org.gardefroid.ingest.console.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The temperatures of one probe over a stretch of time, thinned as they are added: of each column the first, the lowest,
 * the highest and the last are kept, so that no extreme is lost and a day of seconds takes no more room than one of
 * minutes. A line never crosses a stretch that nobody saw.
 */
public final class Trace {

    /** What was seen within one column of the drawing. */
    private static final class Column {
        private final int index;
        private final Point first;
        private Point lowest;
        private Point highest;
        private Point last;

        Column(int index, Point point) {
            this.index = index;
            this.first = point;
            this.lowest = point;
            this.highest = point;
            this.last = point;
        }

        void add(Point point) {
            lowest = point.milliCelsius() < lowest.milliCelsius() ? point : lowest;
            highest = point.milliCelsius() > highest.milliCelsius() ? point : highest;
            last = point;
        }

        List<Point> points() {
            boolean lowFirst = lowest.at().isBefore(highest.at());
            return List.of(first, lowFirst ? lowest : highest, lowFirst ? highest : lowest, last).stream().distinct()
                    .toList();
        }
    }

    private final Instant from;
    private final Instant to;
    private final int columns;
    private final Duration longestGap;
    private final List<List<Column>> runs = new ArrayList<>();

    /**
     * @param columns into how many the time is cut
     * @param longestGap two temperatures farther apart than this are not joined
     */
    public Trace(Instant from, Instant to, int columns, Duration longestGap) {
        this.from = from;
        this.to = to;
        this.columns = columns;
        this.longestGap = longestGap;
    }

    public Duration longestGap() {
        return longestGap;
    }

    /** In the order in which they were measured; what lies outside the stretch is left out. */
    public void add(Instant at, int milliCelsius) {
        if (at.isBefore(from) || at.isAfter(to)) {
            return;
        }
        Point point = new Point(at, milliCelsius);
        int index = index(at);
        if (runs.isEmpty() || isGap(runs.getLast().getLast().last.at(), at)) {
            runs.add(new ArrayList<>(List.of(new Column(index, point))));
        } else if (runs.getLast().getLast().index == index) {
            runs.getLast().getLast().add(point);
        } else {
            runs.getLast().add(new Column(index, point));
        }
    }

    private int index(Instant at) {
        return Math.toIntExact(
                Duration.between(from, at).toMillis() * columns / (Duration.between(from, to).toMillis() + 1));
    }

    private boolean isGap(Instant before, Instant after) {
        return Duration.between(before, after).compareTo(longestGap) > 0;
    }

    /** What is to be drawn: a line for each run without a gap. */
    List<List<Point>> lines() {
        return runs.stream().map(run -> run.stream().flatMap(column -> column.points().stream()).toList()).toList();
    }

    /** The stretches for which there is no temperature, the time before the first and after the last included. */
    public List<Stretch> unobserved() {
        List<Stretch> stretches = new ArrayList<>();
        Instant seen = from;
        for (List<Column> run : runs) {
            addGap(stretches, seen, run.getFirst().first.at());
            seen = run.getLast().last.at();
        }
        addGap(stretches, seen, to);
        return List.copyOf(stretches);
    }

    private void addGap(List<Stretch> stretches, Instant start, Instant end) {
        if (isGap(start, end)) {
            stretches.add(new Stretch(start, end));
        }
    }

    Optional<Integer> lowest() {
        return runs.stream().flatMap(List::stream).map(column -> column.lowest.milliCelsius()).min(Integer::compare);
    }

    Optional<Integer> highest() {
        return runs.stream().flatMap(List::stream).map(column -> column.highest.milliCelsius()).max(Integer::compare);
    }
}
