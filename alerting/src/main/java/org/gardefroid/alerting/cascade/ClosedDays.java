package org.gardefroid.alerting.cascade;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;

/** On which days a site is closed whatever its opening hours say: holidays, works. By the site's own calendar. */
public record ClosedDays(List<Days> all) {

    public static final ClosedDays NONE = new ClosedDays(List.of());
    /** Longer, and a year was mistyped: the site would count as closed by night rota for good. */
    public static final int MOST_DAYS = 366;

    /** Both days included. */
    public record Days(LocalDate first, LocalDate last) {
        public Days {
            if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
                throw new IllegalArgumentException(
                        "closed days run from the first to the last, at most " + MOST_DAYS + ": " + first + ".."
                                + last);
            }
        }

        /** {@code 2026-12-25}, or {@code 2026-12-24..2027-01-02}. */
        public static Days parse(String text) {
            int dots = text.indexOf("..");
            try {
                return new Days(LocalDate.parse(dots < 0 ? text : text.substring(0, dots)),
                        LocalDate.parse(dots < 0 ? text : text.substring(dots + 2)));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "closed days are written like 2026-12-25 or 2026-12-24..2027-01-02: " + text, e);
            }
        }

        boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    public ClosedDays {
        all = List.copyOf(all);
    }

    public boolean isClosed(Instant at, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return all.stream().anyMatch(days -> days.contains(day));
    }
}
