package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.gardefroid.telemetry.series.UsualGap;

/** What was read under one name. A reading holds until the next, unless that is farther than the longest gap. */
final class Series {

    private final NavigableMap<Instant, Run> runs = new TreeMap<>();
    private final Duration longestGap;

    /** @param runs apart from each other */
    Series(Collection<Run> runs, Duration longestGap) {
        runs.forEach(run -> this.runs.put(run.from(), run));
        this.longestGap = longestGap;
    }

    static Series of(
            PlaceId where, NavigableMap<Instant, Span> readings, Optional<Duration> given, Thresholds thresholds) {
        Duration gap = given.or(() -> UsualGap.of(readings.navigableKeySet())).orElse(Duration.ZERO);
        Runs runs = new Runs(where, gap, thresholds);
        for (Map.Entry<Instant, Span> reading : readings.entrySet()) {
            runs.add(reading.getKey(), reading.getValue());
        }
        return new Series(runs.all(), gap);
    }

    /** When what holds may become something else, from {@code from} to {@code to}, both included. */
    List<Instant> between(Instant from, Instant to) {
        Instant first = Optional.ofNullable(runs.floorKey(from)).orElse(from);
        List<Instant> points = new ArrayList<>();
        for (Run run : runs.subMap(first, true, to, true).values()) {
            for (Instant at : List.of(run.from(), run.to())) {
                if (!at.isBefore(from) && !at.isAfter(to)) {
                    points.add(at);
                }
            }
        }
        return points;
    }

    /** What holds from this instant to the next reading; empty before the first, after the last and in a gap. */
    Optional<Run> heldAt(Instant at) {
        Map.Entry<Instant, Run> last = runs.floorEntry(at);
        if (last == null) {
            return Optional.empty();
        }
        Run run = last.getValue();
        Instant next = runs.higherKey(at);
        boolean isHeld = at.isBefore(run.to())
                || next != null && Duration.between(run.to(), next).compareTo(longestGap) <= 0;
        return isHeld ? Optional.of(run) : Optional.empty();
    }

    Optional<Run> readAt(Instant at) {
        return Optional.ofNullable(runs.floorEntry(at)).map(Map.Entry::getValue).filter(run -> run.contains(at));
    }

    /** The last reading, while it is not older than a gap. */
    Optional<Run> lately(Instant now) {
        return Optional.ofNullable(runs.floorEntry(now)).map(Map.Entry::getValue)
                .filter(run -> run.contains(now) || Duration.between(run.to(), now).compareTo(longestGap) <= 0);
    }
}
