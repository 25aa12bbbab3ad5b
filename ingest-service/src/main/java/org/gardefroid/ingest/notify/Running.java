package org.gardefroid.ingest.notify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.gardefroid.alerting.cascade.ClosedDays;
import org.gardefroid.alerting.cascade.OpeningHours;
import org.gardefroid.alerting.cascade.Standing;

/**
 * The newest round of an alarm's cascade.
 *
 * @param equipment 0 where the alarm is of none
 * @param isPart of another alarm that goes on, and that is told instead: not one that nobody is called for, nor one that
 *     somebody had in hand or had put off before this began, for that person knows nothing of this
 * @param notice what was told first
 * @param heldBack whether its equipment is not in service, so that nobody is called for it
 * @param wasHeldBack whether it was so at any time of this round
 * @param clearedAt when the last of it ended
 */
record Running(
        long alarm,
        int round,
        int site,
        int equipment,
        boolean isTechnical,
        boolean isPart,
        boolean heldBack,
        boolean wasHeldBack,
        OpeningHours hours,
        ClosedDays closed,
        ZoneId zone,
        Notice notice,
        Optional<Instant> clearedAt,
        Standing standing) {

    /** What ends and leaves nothing to decide. What was out of its range, and a vial's dose, are still to be assessed. */
    private static final Set<String> SETTLED_BY_ITS_END = Set.of("door-left-open", "door-opened-often",
            "changing-fast", "breach-ahead", "silent", "reporting-late", "clock-wrong", "calibration-due", "unobserved",
            "mains-off", "battery-low",
            "probe-fault",
            "probe-stuck", "probes-disagree", "watching");

    /** A vial's time runs wherever it lies; and the watching is at fault, whatever is watched. */
    private static final Set<String> WHATEVER_ITS_EQUIPMENT = Set.of("dose-time-over", "syringe-time-over",
            "watching");

    private static final String READ = """
            SELECT r.round, r.begun_at, r.document AS notice, a.site, coalesce(a.equipment, 0) AS equipment, a.category,
                coalesce(a.document ->> 'cause', 'watching') AS cause, a.cleared_at, s.time_zone, s.opening_hours,
                ARRAY(SELECT first_day || '..' || last_day FROM site_closing c WHERE c.site = s.id) AS closed,
                coalesce(e.state, 'in-service') <> 'in-service' AS disarmed, r.held_at IS NOT NULL AS held,
                coalesce(a.acknowledged_at, a.withdrawn_at, a.closed_at) IS NOT NULL AS answered,
                EXISTS (SELECT FROM alarm lead LEFT JOIN equipment f ON f.id = lead.equipment
                    WHERE lead.id = a.part_of AND lead.withdrawn_at IS NULL
                        AND lead.cleared_at IS NULL AND lead.closed_at IS NULL
                        AND coalesce(f.state, 'in-service') = 'in-service'
                        AND coalesce(lead.acknowledged_at, r.begun_at) >= r.begun_at
                        AND NOT EXISTS (SELECT FROM alarm_snooze z WHERE z.alarm = lead.id
                            AND z.at < r.begun_at AND z.until > r.begun_at)) AS part,
                EXISTS (SELECT FROM cascade_telling t WHERE t.alarm = a.part_of AND t.reached > 0) AS told_as_part,
                (SELECT max(z.until) FROM alarm_snooze z WHERE z.alarm = a.id AND z.at >= r.begun_at) AS quiet
            FROM cascade_run r JOIN alarm a ON a.id = r.alarm JOIN site s ON s.id = a.site
                LEFT JOIN equipment e ON e.id = a.equipment
            WHERE r.alarm = ? ORDER BY r.round DESC LIMIT 1 FOR NO KEY UPDATE OF r""";

    /** Locked, so that of two instances one does what is due and the other finds it done. */
    static Optional<Running> read(Connection connection, long alarm) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setLong(1, alarm);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(of(alarm, row)) : Optional.empty();
            }
        }
    }

    private static Running of(long alarm, ResultSet row) throws SQLException {
        Optional<Instant> cleared = time(row, "cleared_at");
        Instant begunAt = time(row, "begun_at").orElseThrow();
        boolean isSettled = cleared.isPresent() && SETTLED_BY_ITS_END.contains(row.getString("cause"));
        return new Running(alarm, row.getInt("round"), row.getInt("site"), row.getInt("equipment"),
                row.getString("category").equals("technical"), row.getBoolean("part"),
                row.getBoolean("disarmed") && !WHATEVER_ITS_EQUIPMENT.contains(row.getString("cause")),
                row.getBoolean("held"),
                OpeningHours.parse(row.getString("opening_hours")), closed(row),
                ZoneId.of(row.getString("time_zone")), NoticeDocument.decode(row.getString("notice")), cleared,
                // Whoever was told the story need not be told of a part that is over once the story is.
                new Standing(begunAt, row.getBoolean("answered") || isSettled && row.getBoolean("told_as_part"),
                        isSettled, time(row, "quiet")));
    }

    /** The column {@code closed}: each stretch as {@code first..last}. */
    static ClosedDays closed(ResultSet row) throws SQLException {
        return new ClosedDays(Arrays.stream((Object[]) row.getArray("closed").getArray())
                .map(days -> ClosedDays.Days.parse(days.toString())).toList());
    }

    boolean isOpen(Instant at) {
        return hours.isOpen(at, zone) && !closed.isClosed(at, zone);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
