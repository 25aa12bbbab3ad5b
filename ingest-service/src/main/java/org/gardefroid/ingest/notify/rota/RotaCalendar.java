package org.gardefroid.ingest.notify.rota;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.ICalProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.alerting.cascade.Duty;

/**
 * A rota as an iCalendar (RFC 5545): each event is a duty from its start to its end, of whoever its ATTENDEE, or else its SUMMARY
 * names. Events of category {@code replacement} (or {@code remplacement}) win over those of {@code holiday} ({@code férié}), and
 * those over the rest; an event with a RECURRENCE-ID takes the place of that one repetition. A time without a zone, and a whole
 * day, is the site's own.
 */
public final class RotaCalendar {

    private static final Set<String> REPLACEMENT = Set.of("replacement", "remplacement");
    private static final Set<String> HOLIDAY = Set.of("holiday", "férié", "ferie");
    /** Of one event in the stretch that is asked for: an hourly duty for more than a year is a mistake. */
    private static final int MOST_REPETITIONS = 10_000;

    private final ICalendar calendar;
    private final ZoneId site;

    private RotaCalendar(ICalendar calendar, ZoneId site) {
        this.calendar = calendar;
        this.site = site;
    }

    /** @throws IllegalArgumentException if it is no calendar, with what is wrong */
    public static RotaCalendar parse(String text, ZoneId site) {
        List<ICalendar> calendars = Biweekly.parse(text).all();
        if (calendars.size() != 1) {
            throw new IllegalArgumentException("a rota is one iCalendar (BEGIN:VCALENDAR), not " + calendars.size());
        }
        return new RotaCalendar(calendars.getFirst(), site);
    }

    /** What of it touches a stretch of time. */
    public List<Entry> entries(Instant from, Instant until) {
        Map<String, Set<Instant>> moved = new HashMap<>();
        for (VEvent event : calendar.getEvents()) {
            if (event.getRecurrenceId() != null) {
                moved.computeIfAbsent(uid(event), any -> new HashSet<>())
                        .add(instant(event, event.getRecurrenceId(), event.getRecurrenceId().getValue()));
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (VEvent event : calendar.getEvents()) {
            if (event.getStatus() == null || !event.getStatus().isCancelled()) {
                spread(event, moved.getOrDefault(uid(event), Set.of()), from, until, entries);
            }
        }
        return entries;
    }

    private void spread(VEvent event, Set<Instant> moved, Instant from, Instant until, List<Entry> entries) {
        if (event.getDateStart() == null) {
            throw wrong(event, "has no DTSTART");
        }
        ZoneId zone = zone(event, event.getDateStart(), event.getDateStart().getValue());
        LocalDateTime start = local(event.getDateStart().getValue());
        Duration length = length(event, start);
        if (event.getRecurrenceRule() == null) {
            add(event, start, length, zone, from, until, entries);
            return;
        }
        if (!event.getRecurrenceDates().isEmpty() || !event.getExceptionRules().isEmpty()) {
            throw wrong(event, "has RDATE or EXRULE, which are not understood; write an event of its own instead");
        }
        Set<Instant> left = new HashSet<>(event.getRecurrenceId() == null ? moved : Set.of());
        event.getExceptionDates().forEach(dates -> dates.getValues().forEach(date -> left.add(
                instant(event, dates, date))));
        var rule = event.getRecurrenceRule().getValue();
        Optional<Instant> last = Optional.ofNullable(rule.getUntil())
                .map(end -> instant(event, event.getDateStart(), end)
                        .plus(end.hasTime() ? Duration.ZERO : Duration.ofDays(1).minusNanos(1)));
        // It repeats by the clock on the wall; UTC stands for that here, which has no hour that is skipped or doubled.
        var repeated = new biweekly.util.Recurrence.Builder(rule).until((ICalDate) null).build()
                .getDateIterator(java.util.Date.from(start.toInstant(ZoneOffset.UTC)),
                        java.util.TimeZone.getTimeZone("UTC"));
        for (int count = 0; repeated.hasNext(); count++) {
            LocalDateTime each = LocalDateTime.ofInstant(repeated.next().toInstant(), ZoneOffset.UTC);
            Instant at = each.atZone(zone).toInstant();
            if (!at.isBefore(until) || last.filter(at::isAfter).isPresent()) {
                return;
            }
            if (count > MOST_REPETITIONS) {
                throw wrong(event, "repeats more than " + MOST_REPETITIONS + " times");
            }
            if (!left.contains(at)) {
                add(event, each, length, zone, from, until, entries);
            }
        }
    }

    private void add(VEvent event, LocalDateTime start, Duration length, ZoneId zone, Instant from, Instant until,
            List<Entry> entries) {
        Instant begin = start.atZone(zone).toInstant();
        // By the clock on the wall: from 8 to 8 stays so on the day that has 23 hours.
        Instant end = start.plus(length).atZone(zone).toInstant();
        if (end.isAfter(from) && begin.isBefore(until) && end.isAfter(begin)) {
            entries.add(new Entry(people(event), begin, end, kind(event), name(event)));
        }
    }

    private Duration length(VEvent event, LocalDateTime start) {
        Duration length = event.getDateEnd() != null
                ? Duration.between(start, LocalDateTime.ofInstant(
                        instant(event, event.getDateEnd(), event.getDateEnd().getValue()),
                        zone(event, event.getDateStart(), event.getDateStart().getValue())))
                : event.getDuration() != null
                        ? Duration.ofMillis(event.getDuration().getValue().toMillis())
                        : event.getDateStart().getValue().hasTime() ? Duration.ZERO : Duration.ofDays(1);
        if (!length.isPositive()) {
            throw wrong(event, "ends when it begins, or before");
        }
        return length;
    }

    private static List<String> people(VEvent event) {
        List<String> people = event.getAttendees().stream()
                .map(attendee -> attendee.getEmail() != null
                        ? attendee.getEmail()
                        : String.valueOf(attendee.getUri()).replaceFirst("(?i)^mailto:", ""))
                .toList();
        if (!people.isEmpty()) {
            return people;
        }
        if (event.getSummary() == null || event.getSummary().getValue().isBlank()) {
            throw wrong(event, "names nobody: it has neither ATTENDEE nor SUMMARY");
        }
        return List.of(event.getSummary().getValue().strip());
    }

    private static Duty.Kind kind(VEvent event) {
        List<String> categories = event.getCategories().stream().flatMap(each -> each.getValues().stream())
                .map(each -> each.toLowerCase(Locale.ROOT)).toList();
        return categories.stream().anyMatch(REPLACEMENT::contains)
                ? Duty.Kind.REPLACEMENT
                : categories.stream().anyMatch(HOLIDAY::contains) ? Duty.Kind.HOLIDAY : Duty.Kind.REGULAR;
    }

    private Instant instant(VEvent event, ICalProperty property, ICalDate date) {
        return local(date).atZone(zone(event, property, date)).toInstant();
    }

    private ZoneId zone(VEvent event, ICalProperty property, ICalDate date) {
        if (date.getRawComponents().isUtc()) {
            return ZoneOffset.UTC;
        }
        TimezoneAssignment written = calendar.getTimezoneInfo().getTimezone(property);
        if (written != null) {
            return WrittenZone.of(written, local(date), site)
                    .orElseThrow(() -> wrong(event,
                            "has a time zone whose rules are no place's: " + WrittenZone.name(written)));
        }
        String zone = property.getParameter("TZID");
        try {
            return zone == null ? site : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw wrong(event, "has a time zone that nobody knows: " + zone);
        }
    }

    private static LocalDateTime local(ICalDate date) {
        DateTimeComponents raw = date.getRawComponents();
        return LocalDateTime.of(raw.getYear(), raw.getMonth(), raw.getDate(), raw.hasTime() ? raw.getHour() : 0,
                raw.hasTime() ? raw.getMinute() : 0, raw.hasTime() ? raw.getSecond() : 0);
    }

    private static String uid(VEvent event) {
        return event.getUid() == null ? "" : event.getUid().getValue();
    }

    private static String name(VEvent event) {
        String summary = event.getSummary() == null ? uid(event) : event.getSummary().getValue();
        return event.getDateStart() == null
                ? summary
                : summary + " (" + event.getDateStart().getValue().getRawComponents().toString(true, false) + ")";
    }

    private static IllegalArgumentException wrong(VEvent event, String what) {
        return new IllegalArgumentException("event '" + name(event) + "' " + what);
    }
}
