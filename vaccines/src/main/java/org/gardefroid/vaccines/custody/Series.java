package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was read under one name. A reading holds until the next, unless that is farther than the longest gap. */
final class Series {

    /** How many of its own usual intervals are a gap, where nobody says how long one is. */
    private static final int INTERVALS_IN_A_GAP = 3;

    private final NavigableMap<Instant, Span> seen = new TreeMap<>();
    private final Optional<Duration> given;
    private @Nullable Duration longestGap;

    Series(Optional<Duration> longestGap) {
        this.given = longestGap;
    }

    /** Of two values at one time the truth is somewhere between. */
    void add(Observed reading) {
        seen.merge(reading.at(), Span.of(reading.temperature()), Span::and);
        longestGap = null;
    }

    Duration longestGap() {
        if (longestGap == null) {
            longestGap = given.orElseGet(this::usualGap);
        }
        return longestGap;
    }

    private Duration usualGap() {
        List<Duration> intervals = new ArrayList<>();
        Instant last = null;
        for (Instant at : seen.keySet()) {
            if (last != null) {
                intervals.add(Duration.between(last, at));
            }
            last = at;
        }
        intervals.sort(null);
        return intervals.isEmpty()
                ? Duration.ZERO
                : intervals.get(intervals.size() / 2).multipliedBy(INTERVALS_IN_A_GAP);
    }

    /** When there was a reading, from {@code from} to {@code to}, both included. */
    Iterable<Instant> between(Instant from, Instant to) {
        return seen.subMap(from, true, to, true).keySet();
    }

    /** What holds from this instant to the next reading; empty before the first, after the last and in a gap. */
    Optional<Span> heldAt(Instant at) {
        var last = seen.floorEntry(at);
        if (last == null) {
            return Optional.empty();
        }
        Instant next = seen.higherKey(at);
        boolean isHeld = next != null
                && Duration.between(last.getKey(), next).compareTo(longestGap()) <= 0;
        return isHeld ? Optional.of(last.getValue()) : Optional.empty();
    }

    Optional<Span> readAt(Instant at) {
        return Optional.ofNullable(seen.get(at));
    }

    /** The last reading, while it is not older than a gap. */
    Optional<Span> lately(Instant now) {
        var last = seen.floorEntry(now);
        return last != null && Duration.between(last.getKey(), now).compareTo(longestGap()) <= 0
                ? Optional.of(last.getValue())
                : Optional.empty();
    }
}
