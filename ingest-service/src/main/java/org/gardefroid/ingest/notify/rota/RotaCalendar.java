package org.gardefroid.ingest.notify.rota;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rota as an iCalendar (RFC 5545): each event is a duty from its start to its end, of whoever its ATTENDEE, or else its SUMMARY
 * names. Events of category {@code replacement} (or {@code remplacement}) win over those of {@code holiday} ({@code férié}), and
 * those over the rest; an event with a RECURRENCE-ID takes the place of that one repetition, or with RANGE=THISANDFUTURE of it
 * and all that follow. A time without a zone, and a whole day, is the site's own. TRANSP says nothing: whoever is on call is
 * often free for all else. What is not understood is refused, for the half of a rota that was read would be another rota.
 */
public final class RotaCalendar {

    private final List<CalendarSeries> series;

    private RotaCalendar(List<CalendarSeries> series) {
        this.series = series;
    }

    /** @throws RotaRefused if it is no calendar, or not whole, with the line */
    public static RotaCalendar parse(String text, ZoneId site) {
        CalendarFile file = CalendarFile.parse(text, site);
        Map<Object, List<CalendarEvent>> byUid = new LinkedHashMap<>();
        for (CalendarEvent event : file.events()) {
            Object key = event.uid().isEmpty() ? event : event.uid();
            byUid.computeIfAbsent(key, any -> new ArrayList<>()).add(event.checked(file.zones()));
        }
        return new RotaCalendar(byUid.values().stream()
                .map(events -> new CalendarSeries(newest(events, file.zones()), file.zones())).toList());
    }

    /** @throws RotaRefused for what touches a stretch of time and is not understood, with its line */
    public List<Entry> entries(Instant from, Instant until) {
        return series.stream().flatMap(each -> each.entries(from, until).stream()).toList();
    }

    /** Of events that are the same, each changed by the next: SEQUENCE counts, and then when it was written (RFC 5546 §2.1.5). */
    private static List<CalendarEvent> newest(List<CalendarEvent> events, CalendarZones zones) {
        Comparator<CalendarEvent> byAge = Comparator.comparingInt(CalendarEvent::sequence)
                .thenComparing(event -> event.one("DTSTAMP").map(CalendarLine::word).orElse(""));
        Map<String, CalendarEvent> newest = new LinkedHashMap<>();
        for (CalendarEvent event : events) {
            String which = event.one("RECURRENCE-ID")
                    .map(line -> CalendarTime.of(line, zones).instant() + line.parameter("RANGE")).orElse("");
            newest.merge(which, event, (one, other) -> {
                int order = byAge.compare(one, other);
                if (order == 0 && !one.isTwin(other)) {
                    throw other.refused("same-uid");
                }
                return order < 0 ? other : one;
            });
        }
        return List.copyOf(newest.values());
    }
}
