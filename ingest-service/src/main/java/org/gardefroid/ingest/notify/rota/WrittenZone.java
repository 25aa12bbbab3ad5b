package org.gardefroid.ingest.notify.rota;

import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * The zone of a calendar that has its rules written beside it. Outlook gives it a name that nobody else has, such as
 * "Romance Standard Time": then it is whichever zone has the same rules, the site's first.
 */
final class WrittenZone {

    /** More than two years of weeks: both changes of the hour, twice. */
    private static final int WEEKS = 110;

    private WrittenZone() {}

    static Optional<ZoneId> of(TimezoneAssignment written, LocalDateTime date, ZoneId site) {
        String name = name(written);
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return Optional.of(ZoneId.of(name));
        }
        Instant from = date.toInstant(ZoneOffset.UTC).minus(WEEKS / 2 * 7L, ChronoUnit.DAYS);
        return Stream.concat(Stream.of(site), ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of))
                .filter(zone -> isAs(zone, written.getTimeZone(), from)).findFirst();
    }

    static String name(TimezoneAssignment written) {
        VTimezone component = written.getComponent();
        return component != null && component.getTimezoneId() != null
                ? component.getTimezoneId().getValue()
                : String.valueOf(written.getGlobalId());
    }

    private static boolean isAs(ZoneId zone, TimeZone written, Instant from) {
        return Stream.iterate(from, at -> at.plus(7, ChronoUnit.DAYS)).limit(WEEKS)
                .allMatch(at -> zone.getRules().getOffset(at).getTotalSeconds() * 1_000 == written
                        .getOffset(at.toEpochMilli()));
    }
}
