package org.gardefroid.ingest.console.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gardefroid.ingest.console.view.EquipmentNow;
import org.gardefroid.ingest.console.view.Sparkline;

/** The extremes of an hour of a probe. */
record Hour(Instant bucket, int lowest, int highest) {

    private static final Duration LENGTH = Duration.ofHours(1);
    private static final int HOURS = 25;
    private static final double WIDTH = 100;
    private static final double HEIGHT = 28;

    /** How far beyond the range the drawing reaches at least, in thousandths of a degree. */
    private static final int BEYOND = 1_000;

    static Sparkline draw(List<Hour> hours, EquipmentNow equipment, Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.HOURS).minus(LENGTH.multipliedBy(HOURS - 1));
        Scale scale = new Scale(from,
                Math.min(equipment.lowest() - BEYOND, hours.stream().mapToInt(Hour::lowest).min().orElse(0)),
                Math.max(equipment.highest() + BEYOND, hours.stream().mapToInt(Hour::highest).max().orElse(0)));
        List<String> paths = new ArrayList<>();
        List<Hour> run = new ArrayList<>();
        for (Hour hour : hours) {
            if (!run.isEmpty() && !run.getLast().bucket.plus(LENGTH).equals(hour.bucket)) {
                paths.add(scale.path(run));
                run.clear();
            }
            run.add(hour);
        }
        if (!run.isEmpty()) {
            paths.add(scale.path(run));
        }
        double top = scale.y(equipment.highest());
        return new Sparkline(List.copyOf(paths), top, scale.y(equipment.lowest()) - top);
    }

    private record Scale(Instant from, int bottom, int top) {

        double x(Instant bucket) {
            double x = Duration.between(from, bucket.plus(LENGTH.dividedBy(2))).toSeconds() * WIDTH
                    / (HOURS * LENGTH.toSeconds());
            return Math.clamp(x, 0, WIDTH);
        }

        double y(int milliCelsius) {
            return HEIGHT - HEIGHT * (milliCelsius - bottom) / (top - bottom);
        }

        /** Along the tops and back along the bottoms: the hour's extremes are both seen. */
        String path(List<Hour> run) {
            StringBuilder path = new StringBuilder();
            for (Hour hour : run) {
                path.append(path.isEmpty() ? 'M' : 'L').append(point(hour.bucket, hour.highest));
            }
            for (Hour hour : run.reversed()) {
                path.append('L').append(point(hour.bucket, hour.lowest));
            }
            return path.append('Z').toString();
        }

        private String point(Instant bucket, int milliCelsius) {
            return String.format(Locale.ROOT, "%.1f %.1f", x(bucket), y(milliCelsius));
        }
    }
}
