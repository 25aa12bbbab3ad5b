package org.gardefroid.alerting.cascade;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** A moment of each week by a site's own clock, such as Monday at ten. */
public record WeeklyMoment(DayOfWeek day, LocalTime time) {

    /** When it was last, that very instant included. */
    public Instant lastUntil(Instant now, ZoneId zone) {
        ZonedDateTime there = now.atZone(zone);
        ZonedDateTime last = there.with(TemporalAdjusters.previousOrSame(day)).with(time);
        return (last.isAfter(there) ? last.minusWeeks(1) : last).toInstant();
    }
}
