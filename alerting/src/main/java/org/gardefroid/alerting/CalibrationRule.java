package org.gardefroid.alerting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.telemetry.EquipmentId;
import org.gardefroid.telemetry.ProbeId;

/**
 * A probe's calibration ends within {@code days}, or has ended: told once, by day, and over when it has a later date. What an
 * overdue probe measures counts all the same: it is doubtful, and better than nothing.
 *
 * @param days 0 to 365
 */
public record CalibrationRule(RuleName name, Severity severity, int days) {

    /** Nothing to be woken for. */
    private static final LocalTime IN_THE_MORNING = LocalTime.of(9, 0);

    public CalibrationRule {
        if (days < 0 || days > 365) {
            throw new IllegalArgumentException(name + ": days must be 0 to 365: " + days);
        }
    }

    /**
     * What begins or ends with this; nothing when done a second time.
     *
     * @param ongoing what was told of this equipment before and goes on
     * @param due until when the calibration of each probe that hangs there holds, that day included
     */
    public List<Noticed> step(
            EquipmentId equipment, Collection<Noticed> ongoing, Map<ProbeId, LocalDate> due, ZoneId zone, Instant now) {
        List<Noticed> news = new ArrayList<>();
        List<FactId> standing = new ArrayList<>();
        due.forEach((probe, day) -> {
            Instant since = day.minusDays(days).atTime(IN_THE_MORNING).atZone(zone).toInstant();
            if (!since.isAfter(now)) {
                FactId id = new FactId(new Subject.ProbeIn(equipment, probe), name, since);
                standing.add(id);
                if (ongoing.stream().noneMatch(told -> told.id().equals(id))) {
                    news.add(new Noticed(id, Cause.CALIBRATION_DUE, severity, now, Optional.empty()));
                }
            }
        });
        ongoing.stream().filter(told -> !standing.contains(told.id())).forEach(told -> news.add(told.ended(now)));
        return news;
    }
}
