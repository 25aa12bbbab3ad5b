package org.gardefroid.ingest.notify.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The events of one UID: the one that repeats, and those that take the place of a repetition, or of it and all that follow.
 * Each exception has to name a repetition: one that names none leaves somebody on duty who is away.
 */
final class CalendarSeries {

    /** What stands in for a repetition. */
    private record Change(CalendarEvent event, CalendarLine line, CalendarTime of, boolean andFollowing) {

        static Change of(CalendarEvent event, CalendarLine line, CalendarZones zones) {
            String range = line.parameter("RANGE");
            if (!range.isEmpty() && !range.equals("THISANDFUTURE")) {
                throw line.refused("range", "THISANDFUTURE");
            }
            if (Stream.of("RRULE", "RDATE", "EXDATE").anyMatch(name -> event.all(name).findAny().isPresent())) {
                throw line.refused("repeats-again", "RRULE, RDATE, EXDATE");
            }
            return new Change(event, line, CalendarTime.of(line, zones), !range.isEmpty());
        }
    }

    private record Left(CalendarLine line, CalendarTime of) {}

    private final Optional<CalendarEvent> whole;
    private final List<Change> changes;
    private final CalendarZones zones;

    CalendarSeries(List<CalendarEvent> events, CalendarZones zones) {
        this.zones = zones;
        this.whole = events.stream().filter(event -> event.one("RECURRENCE-ID").isEmpty()).findFirst();
        this.changes = events.stream().flatMap(event -> event.one("RECURRENCE-ID")
                .map(line -> Change.of(event, line, zones)).stream()).toList();
    }

    List<Entry> entries(Instant from, Instant until) {
        List<Entry> entries = new ArrayList<>();
        if (whole.isPresent()) {
            spread(whole.get(), from, until, entries);
            return entries;
        }
        for (Change alone : changes) { // an invitation to one evening of somebody else's series
            if (alone.andFollowing) {
                throw alone.line.refused("matches-none", "RRULE");
            }
            add(alone.event, Duration.ZERO, from, until, entries);
        }
        return entries;
    }

    private void spread(CalendarEvent event, Instant from, Instant until, List<Entry> entries) {
        if (event.isCancelled()) {
            changes.stream().filter(change -> !change.event.isCancelled()).findFirst().ifPresent(change -> {
                throw change.line.refused("of-cancelled", event.name());
            });
            return;
        }
        CalendarTime start = event.start(zones);
        List<Left> left = event.all("EXDATE").flatMap(line -> Arrays.stream(line.word().split(",", -1))
                .map(value -> new Left(line, CalendarTime.of(line, value, zones)))).toList();
        Instant horizon = Stream.concat(left.stream().map(Left::of), changes.stream().map(Change::of))
                .map(each -> each.instant().plus(Duration.ofDays(1))).reduce(until,
                        (one, other) -> one.isAfter(other) ? one : other);
        List<LocalDateTime> repetitions = repetitions(event, start, horizon);
        Set<Object> named = new HashSet<>();
        List<Change> following = new ArrayList<>();
        List<LocalDateTime> changedFrom = new ArrayList<>();
        for (LocalDateTime begin : repetitions) {
            List<Left> leaves = left.stream().filter(each -> each.of.names(begin, start.zone())).toList();
            List<Change> takes = changes.stream().filter(each -> each.of.names(begin, start.zone())).toList();
            named.addAll(leaves);
            named.addAll(takes);
            takes.stream().filter(Change::andFollowing).forEach(change -> {
                following.add(change);
                changedFrom.add(begin);
            });
            List<Change> alone = takes.stream().filter(change -> !change.andFollowing).toList();
            if (alone.size() > 1) { // one by its hour and one by its day
                throw alone.getLast().event.refused("same-uid");
            }
            if (!alone.isEmpty()) {
                alone.forEach(change -> add(change.event, Duration.ZERO, from, until, entries));
            } else if (leaves.isEmpty() && following.isEmpty()) {
                add(event, Duration.between(start.local(), begin), from, until, entries);
            } else if (leaves.isEmpty()) {
                add(following.getLast().event, Duration.between(changedFrom.getLast(), begin), from, until, entries);
            }
        }
        Instant end = repetitions.getLast().atZone(start.zone()).toInstant();
        Instant begin = start.instant().isAfter(from) ? start.instant() : from;
        left.stream().filter(each -> !named.contains(each)).filter(each -> isWithin(each.of, begin, end)).findFirst()
                .ifPresent(each -> {
                    throw each.line.refused("matches-none", event.name());
                });
        changes.stream().filter(each -> !named.contains(each))
                .filter(each -> each.andFollowing || !each.of.instant().isBefore(from)).findFirst().ifPresent(each -> {
                    throw each.line.refused("matches-none", event.name());
                });
    }

    /** What is over, or lies before the first repetition or after the last, leaves nobody on duty. */
    private static boolean isWithin(CalendarTime exception, Instant from, Instant end) {
        return !exception.instant().isBefore(from) && !exception.instant().isAfter(end);
    }

    private List<LocalDateTime> repetitions(CalendarEvent event, CalendarTime start, Instant horizon) {
        event.all("EXRULE").findFirst().ifPresent(line -> {
            throw line.refused("exrule", "EXDATE");
        });
        Set<LocalDateTime> begins = new TreeSet<>(event.one("RRULE")
                .map(line -> Repetition.of(line, start, zones).before(horizon, start))
                .orElse(List.of(start.local())));
        ZoneId zone = start.zone();
        event.all("RDATE").forEach(line -> {
            for (String value : line.word().split(",", -1)) {
                CalendarTime more = CalendarTime.of(line, value, zones);
                if (more.isDay() != start.isDay()) {
                    throw line.refused("day-and-time", "DTSTART");
                }
                begins.add(more.in(zone));
            }
        });
        begins.add(start.local()); // RFC 5545 §3.8.5.3: DTSTART is the first, whatever the rule says
        return List.copyOf(begins);
    }

    private void add(CalendarEvent event, Duration later, Instant from, Instant until, List<Entry> entries) {
        if (event.isCancelled()) {
            return;
        }
        CalendarTime start = event.start(zones);
        LocalDateTime local = start.local().plus(later);
        Instant begin = local.atZone(start.zone()).toInstant();
        // By the clock on the wall: from 8 to 8 stays so on the day that has 23 hours.
        Instant end = local.plus(event.length(start, zones)).atZone(start.zone()).toInstant();
        if (end.isAfter(from) && begin.isBefore(until) && end.isAfter(begin)) {
            entries.add(new Entry(event.people(), begin, end, event.kind(), event.name()));
        }
    }
}
