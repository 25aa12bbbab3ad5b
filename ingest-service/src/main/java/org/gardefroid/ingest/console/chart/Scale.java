package org.gardefroid.ingest.console.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gardefroid.ingest.console.chart.Chart.Box;
import org.gardefroid.ingest.console.chart.Chart.Label;

/** Where a moment and a temperature lie on a drawing. */
final class Scale {

    private static final int LEFT = 34;
    private static final int RIGHT = 10;
    private static final int TOP = 12;
    private static final int BOTTOM = 40;

    /** What is seen beyond the range at least, in thousandths of a degree. */
    private static final int BEYOND = 2_000;

    private static final int[] STEPS = {1_000, 2_000, 5_000, 10_000, 20_000, 50_000};
    private static final int MOST_LABELS = 8;

    private final String id;
    private final int width;
    private final int height;
    private final int mostTimes;
    private final Instant from;
    private final Instant to;
    private final int bottom;
    private final int top;
    private final int step;

    Scale(Story story, String id, int width, int height, int mostTimes) {
        this.id = id;
        this.width = width;
        this.height = height;
        this.mostTimes = mostTimes;
        this.from = story.from();
        this.to = story.to();
        int coldest = Math.min(story.lowest() - BEYOND, all(story).map(Trace::lowest).flatMap(Optional::stream)
                .min(Integer::compare).orElse(story.lowest()));
        int warmest = Math.max(story.highest() + BEYOND, all(story).map(Trace::highest).flatMap(Optional::stream)
                .max(Integer::compare).orElse(story.highest()));
        this.step = step(warmest - coldest);
        this.bottom = Math.floorDiv(coldest, step) * step;
        this.top = -Math.floorDiv(-warmest, step) * step;
    }

    private static Stream<Trace> all(Story story) {
        return Stream.concat(story.product().stream(), story.air().stream());
    }

    private static int step(int span) {
        for (int step : STEPS) {
            if (span / step <= MOST_LABELS) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    String id() {
        return id;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int mostTimes() {
        return mostTimes;
    }

    Box plot() {
        return new Box(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM);
    }

    double x(Instant at) {
        double share = (double) Duration.between(from, at).toMillis() / Duration.between(from, to).toMillis();
        return round(LEFT + Math.clamp(share, 0, 1) * plot().width());
    }

    double y(int milliCelsius) {
        return round(TOP + plot().height() * (top - milliCelsius) / (top - bottom));
    }

    Box between(int lowest, int highest) {
        return new Box(LEFT, y(highest), plot().width(), round(y(lowest) - y(highest)));
    }

    /** The full height for that time, and wide enough to be seen. */
    Optional<Box> during(Stretch stretch) {
        if (!stretch.to().isAfter(from) || !stretch.from().isBefore(to)) {
            return Optional.empty();
        }
        double x = x(stretch.from());
        return Optional.of(new Box(x, TOP, Math.max(1.5, round(x(stretch.to()) - x)), plot().height()));
    }

    List<Label> degrees() {
        List<Label> labels = new ArrayList<>();
        for (int at = bottom; at <= top; at += step) {
            labels.add(new Label(y(at), (at < 0 ? "\u2212" : "") + Math.abs(at) / 1_000));
        }
        return List.copyOf(labels);
    }

    String path(List<Point> line) {
        StringBuilder path = new StringBuilder();
        for (Point point : line) {
            path.append(path.isEmpty() ? 'M' : 'L').append(x(point.at())).append(' ').append(y(point.milliCelsius()));
        }
        // A single temperature between two gaps has no length: drawn as a dot by the line's round end.
        return line.size() == 1 ? path.append("h0").toString() : path.toString();
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
