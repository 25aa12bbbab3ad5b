package org.gardefroid.ingest.notify.rota;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment of a calendar, by the clock on a wall.
 *
 * @param isDay a whole day, and {@code local} its midnight
 */
record CalendarTime(LocalDateTime local, boolean isDay, ZoneId zone) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{8})(?:T([0-9]{6})(Z?))?");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss")
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern WEEKS = Pattern.compile("\\+?P([0-9]{1,3})W");
    private static final Set<String> TYPES = Set.of("", "DATE", "DATE-TIME");

    static CalendarTime of(CalendarLine line, CalendarZones zones) {
        return of(line, line.word(), zones);
    }

    /** @param value of which the line may hold several */
    static CalendarTime of(CalendarLine line, String value, CalendarZones zones) {
        Matcher parts = WRITTEN.matcher(value);
        String type = line.parameter("VALUE");
        if (!TYPES.contains(type) || !parts.matches() || type.equals("DATE") && parts.group(2) != null) {
            throw line.refused("time", value);
        }
        boolean isDay = parts.group(2) == null;
        try {
            LocalDateTime local = LocalDateTime.parse(parts.group(1) + (isDay ? "000000" : parts.group(2)), FORMAT);
            return new CalendarTime(local, isDay,
                    !isDay && !parts.group(3).isEmpty() ? ZoneOffset.UTC : zones.of(line, local));
        } catch (DateTimeException e) {
            throw line.refused("time", value);
        }
    }

    static Duration span(CalendarLine line) {
        try {
            Matcher weeks = WEEKS.matcher(line.word());
            return weeks.matches()
                    ? Duration.ofDays(7L * Integer.parseInt(weeks.group(1)))
                    : Duration.parse(line.word());
        } catch (DateTimeException | ArithmeticException e) {
            throw line.refused("span", line.value());
        }
    }

    Instant instant() {
        return local.atZone(zone).toInstant();
    }

    LocalDateTime in(ZoneId other) {
        return isDay || zone.equals(other) ? local : LocalDateTime.ofInstant(instant(), other);
    }

    /** Whether this names what begins then; a day names what begins on it. */
    boolean names(LocalDateTime begin, ZoneId in) {
        return isDay ? local.toLocalDate().equals(begin.toLocalDate()) : instant().equals(begin.atZone(in).toInstant());
    }
}
