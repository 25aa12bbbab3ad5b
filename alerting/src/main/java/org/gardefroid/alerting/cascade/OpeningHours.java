package org.gardefroid.alerting.cascade;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When a site is open, by its own clock: {@code mo-fr 08:30-12:30,13:30-18:00; sa 09:00-12:00}. Days are mo, tu, we, th, fr, sa,
 * su; 24:00 is the day's end. A site without any hours is always closed.
 */
public record OpeningHours(List<Opening> openings) {

    private static final List<String> DAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");

    /** @param untilMinute of the day, not included; up to 1,440 */
    record Opening(DayOfWeek day, int fromMinute, int untilMinute) {}

    public OpeningHours {
        openings = List.copyOf(openings);
    }

    public boolean isOpen(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        int minute = there.getHour() * 60 + there.getMinute();
        return openings.stream().anyMatch(opening -> opening.day == there.getDayOfWeek()
                && opening.fromMinute <= minute && minute < opening.untilMinute);
    }

    public static OpeningHours parse(String text) {
        List<Opening> openings = new ArrayList<>();
        for (String part : text.toLowerCase(Locale.ROOT).split(";", -1)) {
            if (!part.isBlank()) {
                String[] daysAndTimes = part.strip().split("\\s+", 2);
                String[] days = daysAndTimes[0].split("-", -1);
                if (daysAndTimes.length < 2 || days.length > 2) {
                    throw wrong(part);
                }
                int first = day(days[0], part);
                int last = day(days[days.length - 1], part);
                for (int day = first;; day = (day + 1) % 7) {
                    for (String times : daysAndTimes[1].split(",", -1)) {
                        openings.add(opening(DayOfWeek.of(day + 1), times.strip(), part));
                    }
                    if (day == last) {
                        break;
                    }
                }
            }
        }
        return new OpeningHours(openings);
    }

    private static int day(String name, String part) {
        int day = DAYS.indexOf(name);
        if (day < 0) {
            throw wrong(part);
        }
        return day;
    }

    private static Opening opening(DayOfWeek day, String times, String part) {
        String[] both = times.split("-", -1);
        if (both.length != 2) {
            throw wrong(part);
        }
        int from = minute(both[0], part);
        int until = minute(both[1], part);
        if (from >= until) {
            throw wrong(part);
        }
        return new Opening(day, from, until);
    }

    private static int minute(String time, String part) {
        try {
            LocalTime parsed = LocalTime.parse(time.equals("24:00") ? "00:00" : time);
            return time.equals("24:00") ? 1_440 : parsed.getHour() * 60 + parsed.getMinute();
        } catch (DateTimeException e) {
            throw wrong(part);
        }
    }

    private static IllegalArgumentException wrong(String part) {
        return new IllegalArgumentException(
                "opening hours are written like 'mo-fr 08:30-18:00; sa 09:00-12:00', not '" + part.strip() + "'");
    }
}
