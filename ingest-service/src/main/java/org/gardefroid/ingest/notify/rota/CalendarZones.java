package org.gardefroid.ingest.notify.rota;

import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Where the times of a calendar are: by the zone they name, or else the site's. */
record CalendarZones(TimezoneInfo written, ZoneId site) {

    ZoneId of(CalendarLine line, LocalDateTime date) {
        String name = line.parameters().get("TZID");
        if (name == null) {
            return site;
        }
        TimezoneAssignment rules = written.getTimezoneById(name);
        if (rules != null) {
            return WrittenZone.of(rules, date, site).orElseThrow(() -> line.refused("zone-rules", name));
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw line.refused("zone", name);
        }
    }
}
