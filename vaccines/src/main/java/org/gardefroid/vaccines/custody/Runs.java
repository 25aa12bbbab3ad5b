package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gardefroid.telemetry.MeanKineticTemperature;
import org.gardefroid.telemetry.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * Folds the readings of one place, in order of time, into {@link Run}s. A run ends with its day as well (UTC), so that
 * a late reading costs a day to be read again and not a year.
 */
public final class Runs {

    private final PlaceId where;
    private final Duration longestGap;
    private final Thresholds thresholds;
    private final List<Run> done = new ArrayList<>();
    private @Nullable Open open;
    private @Nullable Instant at;
    private @Nullable Span now;

    /** A run that may still go on. */
    private static final class Open {
        private final Instant from;
        private Instant to;
        private Span seen;
        private double last;
        private double aged;

        Open(Instant at, Span seen) {
            this.from = at;
            this.to = at;
            this.seen = seen;
            this.last = MeanKineticTemperature.AS_USP.ageing(seen.middle());
        }

        private void add(Instant next, Span more) {
            aged += last * Duration.between(to, next).toMillis();
            last = MeanKineticTemperature.AS_USP.ageing(more.middle());
            to = next;
            seen = seen.and(more);
        }

        private Run run(PlaceId where) {
            long length = Duration.between(from, to).toMillis();
            return new Run(where, from, to, seen, length == 0 ? last : aged / length);
        }
    }

    /** @param longestGap two readings farther apart are not of one run */
    public Runs(PlaceId where, Duration longestGap, Thresholds thresholds) {
        this.where = where;
        this.longestGap = longestGap;
        this.thresholds = thresholds;
    }

    /** @param before in order of time, that were folded earlier: what is added comes after them */
    public Runs(PlaceId where, Duration longestGap, Thresholds thresholds, List<Run> before) {
        this(where, longestGap, thresholds);
        done.addAll(before);
        at = before.isEmpty() ? null : before.getLast().to();
    }

    /**
     * @param when not before the last one, and after all that {@link #all} told of; of two at one time the truth is
     *     somewhere between
     */
    public void add(Instant when, Temperature temperature) {
        add(when, Span.of(temperature));
    }

    void add(Instant when, Span seen) {
        if (when.equals(at) && now != null) {
            now = now.and(seen);
            return;
        }
        if (at != null && !when.isAfter(at)) {
            throw new IllegalArgumentException("a reading of " + when + " comes after one of " + at);
        }
        settle();
        at = when;
        now = seen;
    }

    private void settle() {
        if (at == null || now == null) {
            return;
        }
        if (open != null && goesOn(open, at, now)) {
            open.add(at, now);
        } else {
            close();
            open = new Open(at, now);
        }
        now = null;
    }

    private boolean goesOn(Open run, Instant next, Span seen) {
        return Duration.between(run.to, next).compareTo(longestGap) <= 0 && thresholds.areOne(run.seen, seen)
                && run.from.truncatedTo(ChronoUnit.DAYS).equals(next.truncatedTo(ChronoUnit.DAYS));
    }

    private void close() {
        if (open != null) {
            done.add(open.run(where));
            open = null;
        }
    }

    /** The runs so far, the last of which may go on. */
    public List<Run> all() {
        settle();
        List<Run> all = new ArrayList<>(done);
        if (open != null) {
            all.add(open.run(where));
        }
        return all;
    }

    /** The last reading's time. */
    public Optional<Instant> latest() {
        return Optional.ofNullable(at);
    }

    /**
     * Forgets whatever a reading of {@code when} might have changed.
     *
     * @return from when on readings are to be added again, that instant included; empty for from the beginning
     */
    public Optional<Instant> rewindTo(Instant when) {
        settle();
        close();
        Optional<Instant> again = Optional.empty();
        boolean isEarlier = false;
        while (!done.isEmpty() && !isEarlier) {
            Run last = done.removeLast();
            isEarlier = last.to().isBefore(when);
            again = isEarlier ? Optional.of(last.from()) : Optional.empty();
        }
        at = done.isEmpty() ? null : done.getLast().to();
        return again;
    }
}
