package org.gardefroid.ingest.notify.rota;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gardefroid.alerting.cascade.Duty;

/**
 * One event of a calendar: somebody's duty from its start to its end.
 *
 * @param lines its own, with the one it begins with, and not those of its reminders
 */
record CalendarEvent(List<CalendarLine> lines) {

    private static final Set<String> REPLACEMENT = Set.of("replacement", "remplacement");
    private static final Set<String> HOLIDAY = Set.of("holiday", "férié", "ferie");
    private static final Set<String> STATUS = Set.of("CONFIRMED", "TENTATIVE", "CANCELLED");
    /** Who said no, or sent somebody else; and whoever is told of a duty and has none. */
    private static final Set<String> AWAY = Set.of("DECLINED", "DELEGATED");
    private static final Set<String> NO_PERSON = Set.of("ROOM", "RESOURCE");

    CalendarEvent {
        lines = List.copyOf(lines);
    }

    /** Read once, whether or not it matters now: what is wrong in it is told today, and not in a year. */
    CalendarEvent checked(CalendarZones zones) {
        sequence();
        uid();
        if (!isCancelled()) {
            length(start(zones), zones);
        }
        return this;
    }

    Stream<CalendarLine> all(String name) {
        return lines.stream().filter(line -> line.name().equals(name));
    }

    /** A line that an event has once, or not at all. */
    Optional<CalendarLine> one(String name) {
        List<CalendarLine> found = all(name).toList();
        if (found.size() > 1) {
            throw found.getLast().refused("twice", found.getFirst().number());
        }
        return found.stream().findFirst();
    }

    CalendarTime start(CalendarZones zones) {
        return CalendarTime.of(one("DTSTART").orElseThrow(() -> refused("no-start")), zones);
    }

    /** How long it is by the clock on the wall. */
    Duration length(CalendarTime start, CalendarZones zones) {
        Optional<CalendarLine> end = one("DTEND");
        Optional<CalendarLine> span = one("DURATION");
        if (end.isPresent() && span.isPresent()) {
            throw span.get().refused("twice", end.get().number());
        }
        Duration length = end.map(line -> until(start, line, zones)).or(() -> span.map(CalendarTime::span))
                .orElse(start.isDay() ? Duration.ofDays(1) : Duration.ZERO);
        if (!length.isPositive()) {
            throw refused("no-length");
        }
        return length;
    }

    private static Duration until(CalendarTime start, CalendarLine line, CalendarZones zones) {
        CalendarTime end = CalendarTime.of(line, zones);
        if (end.isDay() != start.isDay()) {
            throw line.refused("day-and-time", "DTSTART");
        }
        return Duration.between(start.local(), end.in(start.zone()));
    }

    boolean isCancelled() {
        Optional<CalendarLine> status = one("STATUS");
        if (status.filter(line -> !STATUS.contains(line.word())).isPresent()) {
            throw status.get().refused("status", "CONFIRMED, TENTATIVE, CANCELLED");
        }
        return status.filter(line -> line.word().equals("CANCELLED")).isPresent();
    }

    /** How often it was changed: of two that are the same, the one that was changed more often stands. */
    int sequence() {
        return one("SEQUENCE").map(line -> {
            if (!line.word().matches("[0-9]{1,9}")) {
                throw line.refused("sequence", 999_999_999);
            }
            return Integer.parseInt(line.word());
        }).orElse(0);
    }

    String uid() {
        return one("UID").map(CalendarLine::text).orElse("");
    }

    /** Those on duty: who is asked to come and has not said no, or else whom the summary names. */
    List<String> people() {
        List<CalendarLine> asked = all("ATTENDEE").filter(line -> !NO_PERSON.contains(line.parameter("CUTYPE"))
                && !line.parameter("ROLE").equals("NON-PARTICIPANT")).toList();
        List<String> people = asked.stream().filter(line -> !AWAY.contains(line.parameter("PARTSTAT")))
                .map(CalendarEvent::address).distinct().toList();
        if (people.isEmpty() && !asked.isEmpty()) {
            throw refused("declined");
        }
        String summary = one("SUMMARY").map(CalendarLine::text).orElse("");
        if (people.isEmpty() && summary.isEmpty()) {
            throw refused("nobody");
        }
        return people.isEmpty() ? List.of(summary) : people;
    }

    private static String address(CalendarLine attendee) {
        String mail = attendee.parameters().getOrDefault("EMAIL", "");
        return (mail.isEmpty() ? attendee.value() : mail).replaceFirst("(?i)^mailto:", "").strip();
    }

    Duty.Kind kind() {
        List<String> categories = all("CATEGORIES").flatMap(line -> line.texts().stream())
                .map(each -> each.toLowerCase(Locale.ROOT)).toList();
        return categories.stream().anyMatch(REPLACEMENT::contains)
                ? Duty.Kind.REPLACEMENT
                : categories.stream().anyMatch(HOLIDAY::contains) ? Duty.Kind.HOLIDAY : Duty.Kind.REGULAR;
    }

    String name() {
        String summary = all("SUMMARY").findFirst().map(CalendarLine::text)
                .or(() -> all("UID").findFirst().map(CalendarLine::text)).orElse("");
        return all("DTSTART").findFirst().map(start -> summary + " (" + start.value().strip() + ")").orElse(summary);
    }

    RotaRefused refused(String reason) {
        return new RotaRefused(reason, lines.getFirst().number(), RotaRefused.shown(name()));
    }

    /** Whether both say the same, wherever they stand in their file. */
    boolean isTwin(CalendarEvent other) {
        return said().equals(other.said());
    }

    private List<String> said() {
        return lines.stream().map(line -> line.name() + line.parameters() + line.value()).sorted().toList();
    }
}
