package org.gardefroid.ingest.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people at the site read them, by their own clock. */
record Times(ZoneId zone, Locale locale) {

    /** "dim. 22 nov. 2026 à 14:32": a message may be read days later. */
    String full(Instant at) {
        String pattern = locale.getLanguage().equals("fr") ? "EEE d MMM uuuu 'à' HH:mm" : "EEE d MMM uuuu, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(at);
    }

    String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(zone).format(at);
    }

    /** With its date, unless that is the day of {@code other} as well. */
    String near(Instant at, Instant other) {
        return LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(other, zone)) ? clock(at) : full(at);
    }
}
