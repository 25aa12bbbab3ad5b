package org.gardefroid.edge.face;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gardefroid.edge.box.BoxState;

/** The temperature that was shown, each minute of the last hours; monotonic, so that a clock that is set moves nothing. */
public final class History {

    public static final Duration KEPT = Duration.ofHours(6);
    private static final long EVERY_MILLIS = Duration.ofMinutes(1).toMillis();

    private final Deque<Point> points = new ArrayDeque<>();

    /** A minute, and what was measured at its beginning; nothing where nothing was. */
    public record Point(long millis, Optional<Integer> milliCelsius) {}

    public synchronized void add(BoxState state) {
        long now = state.at().monotonicMillis();
        if (!points.isEmpty() && now - points.getLast().millis < EVERY_MILLIS) {
            return;
        }
        points.addLast(new Point(now, state.shown().filter(shown -> !shown.old())
                .map(shown -> shown.temperature().milliCelsius())));
        while (now - points.getFirst().millis > KEPT.toMillis()) {
            points.removeFirst();
        }
    }

    public synchronized List<Point> points() {
        return List.copyOf(points);
    }
}
