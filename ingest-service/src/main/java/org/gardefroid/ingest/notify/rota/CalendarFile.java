package org.gardefroid.ingest.notify.rota;

import biweekly.Biweekly;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An iCalendar as it is written, from its first line to its last: one that was cut off is none. */
record CalendarFile(List<CalendarEvent> events, CalendarZones zones) {

    /** Other methods (RFC 5546) are answers to somebody, or take back what another file said. */
    private static final Set<String> METHODS = Set.of("PUBLISH", "REQUEST");

    static CalendarFile parse(String text, ZoneId site) {
        String begin = text.replaceFirst("^\\uFEFF?\\s*", "").lines().findFirst().orElse("").strip();
        if (!begin.equalsIgnoreCase("BEGIN:VCALENDAR")) {
            throw new RotaRefused("no-calendar", RotaRefused.shown(begin));
        }
        List<CalendarLine> lines = CalendarLine.read(text);
        Deque<CalendarLine> open = new ArrayDeque<>();
        List<CalendarEvent> events = new ArrayList<>();
        List<CalendarLine> event = new ArrayList<>();
        boolean ended = false;
        for (CalendarLine line : lines) {
            if (ended) {
                throw line.refused("after-end", "END:VCALENDAR");
            }
            if (line.name().equals("BEGIN")) {
                open.push(line);
                event = isEvent(open) ? new ArrayList<>(List.of(line)) : event;
            } else if (line.name().equals("END")) {
                Optional<CalendarLine> begun = Optional.ofNullable(open.peek());
                if (begun.filter(each -> each.word().equals(line.word())).isEmpty()) {
                    throw line.refused("not-open", begun.map(each -> "END:" + each.word()).orElse("BEGIN"));
                }
                if (isEvent(open)) {
                    events.add(new CalendarEvent(event));
                }
                open.pop();
                ended = open.isEmpty();
            } else if (isEvent(open)) {
                event.add(line);
            } else if (line.name().equals("METHOD") && !METHODS.contains(line.word())) {
                throw line.refused("method", "PUBLISH, REQUEST");
            }
        }
        if (!ended) {
            throw new RotaRefused("cut-off", lines.getLast().number(), "END:" + open.element().word());
        }
        return new CalendarFile(List.copyOf(events),
                new CalendarZones(Biweekly.parse(text).first().getTimezoneInfo(), site));
    }

    /** Not what stands in an event, such as its reminder. */
    private static boolean isEvent(Deque<CalendarLine> open) {
        return open.size() == 2 && open.element().is("BEGIN", "VEVENT");
    }
}
