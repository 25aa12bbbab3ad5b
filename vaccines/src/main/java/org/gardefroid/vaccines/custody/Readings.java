package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.gardefroid.vaccines.custody.Happening.ProbeUse;

/** What was read, and of which place it speaks. */
final class Readings {

    private final Map<PlaceId, Series> series = new HashMap<>();
    private final List<Watch> watches = new ArrayList<>();
    private final Set<PlaceId> probes = new HashSet<>();

    /** A probe was there for that use, from when to when. */
    private record Watch(PlaceId probe, PlaceId equipment, ProbeUse use, Instant from, Instant to) {}

    /** What speaks of a place: a series, and from when to when it does. */
    private record Source(Series series, Instant from, Instant to) {
        boolean speaksAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /**
     * @param folded of other places than {@code readings}
     * @param longestGap of {@code readings}; absent for three times each place's usual interval
     */
    static Readings of(Collection<Observed> readings, Map<PlaceId, Series> folded, Optional<Duration> longestGap,
            Thresholds thresholds, List<Moment> moments) {
        Readings all = new Readings();
        Map<PlaceId, NavigableMap<Instant, Span>> seen = new HashMap<>();
        for (Observed reading : readings) { // of two values at one time the truth is somewhere between
            seen.computeIfAbsent(reading.where(), where -> new TreeMap<>())
                    .merge(reading.at(), Span.of(reading.temperature()), Span::and);
        }
        seen.forEach((where, each) -> all.series.put(where, Series.of(where, each, longestGap, thresholds)));
        all.series.putAll(folded);
        moments.forEach(all::watch);
        return all;
    }

    private void watch(Moment moment) {
        switch (moment.event().what()) {
            case Happening.ProbePlaced(var probe, var equipment, var use) -> {
                end(probe, moment.when());
                probes.add(probe);
                watches.add(new Watch(probe, equipment, use, moment.when(), Instant.MAX));
            }
            case Happening.ProbeRemoved(var probe) -> end(probe, moment.when());
            default -> { // not of probes
            }
        }
    }

    private void end(PlaceId probe, Instant at) {
        watches.replaceAll(watch -> watch.probe().equals(probe) && watch.to().isAfter(at)
                ? new Watch(probe, watch.equipment(), watch.use(), watch.from(), at)
                : watch);
    }

    private List<Source> sources(Place place) {
        List<Source> sources = new ArrayList<>();
        switch (place) {
            case Place.Inside(PlaceId equipment) -> {
                if (!probes.contains(equipment)) {
                    add(sources, equipment, Instant.MIN, Instant.MAX);
                }
                placed(sources, equipment, ProbeUse.PRODUCT);
            }
            case Place.OnTheTable(var beside, var ambient) -> {
                if (ambient.isPresent()) {
                    add(sources, ambient.get(), Instant.MIN, Instant.MAX);
                } else {
                    beside.ifPresent(equipment -> placed(sources, equipment, ProbeUse.AMBIENT));
                }
            }
            case Place.Elsewhere elsewhere -> { // nobody measures there
            }
        }
        return sources;
    }

    private void placed(List<Source> sources, PlaceId equipment, ProbeUse use) {
        watches.stream().filter(watch -> watch.equipment().equals(equipment) && watch.use() == use)
                .forEach(watch -> add(sources, watch.probe(), watch.from(), watch.to()));
    }

    private void add(List<Source> sources, PlaceId name, Instant from, Instant to) {
        Series known = series.get(name);
        if (known != null) {
            sources.add(new Source(known, from, to));
        }
    }

    /**
     * The stay, cut wherever something is read and at {@code cuts}.
     *
     * @param last whether a reading at {@code to} itself belongs to it
     */
    List<Segment> segments(Place place, Instant from, Instant to, Collection<Instant> cuts, boolean last) {
        List<Source> sources = sources(place);
        NavigableSet<Instant> points = new TreeSet<>(List.of(from, to));
        cuts.stream().filter(cut -> cut.isAfter(from) && cut.isBefore(to)).forEach(points::add);
        for (Source source : sources) {
            source.series().between(from, to).forEach(points::add);
            points.addAll(List.of(source.from(), source.to()).stream()
                    .filter(end -> end.isAfter(from) && end.isBefore(to)).toList());
        }
        List<Segment> segments = new ArrayList<>();
        Instant begin = from;
        for (Instant end : points) {
            if (end.isAfter(begin)) {
                add(segments, place, begin, end, sources);
                begin = end;
            }
        }
        if (last || from.equals(to)) {
            all(sources, to, Series::readAt).ifPresent(seen -> segments.add(seen.segment(to, to, place)));
        }
        return segments;
    }

    private static void add(List<Segment> segments, Place place, Instant begin, Instant end, List<Source> sources) {
        Optional<Seen> held = all(sources, begin, Series::heldAt);
        if (held.isEmpty()) {
            // What is read once, with nothing near it, was so at that instant: a freezing is not passed over.
            all(sources, begin, Series::readAt).ifPresent(seen -> segments.add(seen.segment(begin, begin, place)));
        }
        segments.add(held.map(seen -> seen.segment(begin, end, place))
                .orElseGet(() -> Segment.unobserved(begin, end, place)));
    }

    /** What the sources say together. */
    private record Seen(Span span, double ageing) {

        Segment segment(Instant from, Instant to, Place place) {
            return new Segment(from, to, place, Optional.of(span), ageing);
        }
    }

    private static Optional<Seen> all(
            List<Source> sources, Instant at, BiFunction<Series, Instant, Optional<Run>> value) {
        List<Run> runs = sources.stream().filter(source -> source.speaksAt(at))
                .flatMap(source -> value.apply(source.series(), at).stream()).toList();
        return runs.stream().map(Run::seen).reduce(Span::and).map(span -> new Seen(span,
                runs.stream().mapToDouble(Run::ageing).average().orElse(0)));
    }

    /** What is thought to be so in that place now. */
    Optional<Span> lately(Place place, Instant now) {
        return all(sources(place), now, Series::lately).map(Seen::span);
    }
}
