package org.gardefroid.ingest.notify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gardefroid.alerting.Cause;

/**
 * Makes one story of what has one cause. A door that stood open, and the cold that was lost by it: as long as the temperature's
 * alarm goes on, the door's is part of it, whichever came first; so is what the air showed ahead of it, and so are the doses
 * that have to be set apart for it. Equipments of one site that lose the mains or fall silent together, as
 * in a power cut: the later ones are part of the first. For a part nobody is called by itself, until what it is part of is over.
 */
final class Stories {

    /** The story's own history says what joined it. */
    private static final String JOIN = """
            WITH joined AS (%s RETURNING part.part_of, part.equipment, part.document ->> 'cause' AS cause)
            INSERT INTO alarm_history (alarm, at, what, comment)
            SELECT j.part_of, ?, 'joined', e.name || ': ' || j.cause FROM joined j JOIN equipment e ON e.id = j.equipment
            WHERE j.part_of IS NOT NULL""";
    private static final String LEAD = JOIN.formatted("""
            UPDATE alarm part SET part_of = lead.id FROM alarm lead
            WHERE lead.id = ? AND part.equipment = lead.equipment AND part.document ->> 'cause' IN
                ('door-left-open', 'door-opened-often', 'changing-fast', 'breach-ahead')
                AND part.cleared_at IS NULL AND part.withdrawn_at IS NULL AND part.closed_at IS NULL""");
    private static final String FOLLOW = JOIN.formatted("""
            UPDATE alarm part SET part_of = (SELECT max(lead.id) FROM alarm lead WHERE lead.equipment = part.equipment
                AND lead.document ->> 'cause' LIKE 'too-%' AND lead.cleared_at IS NULL AND lead.withdrawn_at IS NULL
                AND lead.closed_at IS NULL)
            WHERE part.id = ?""");
    /** What the air shows before the product does, or the door once more: part of whatever was first told of it. */
    private static final String FOLLOW_FIRST = JOIN.formatted(
            """
                    UPDATE alarm part SET part_of = (SELECT lead.id FROM alarm lead WHERE lead.equipment = part.equipment
                        AND lead.id <> part.id AND lead.part_of IS NULL AND (lead.document ->> 'cause' LIKE 'too-%'
                            OR lead.document ->> 'cause' IN ('door-left-open', 'door-opened-often', 'changing-fast', 'breach-ahead'))
                        AND lead.cleared_at IS NULL AND lead.withdrawn_at IS NULL AND lead.closed_at IS NULL
                        ORDER BY lead.document ->> 'cause' LIKE 'too-%' DESC, lead.id LIMIT 1)
                    WHERE part.id = ?""");
    /**
     * What takes the current or the network from one takes it from all. Together is what began within half an hour, as
     * long as a small battery keeps a hospital's switch alive, however long each rule waits before it tells: the mains
     * are told after minutes, a silence after an hour.
     */
    private static final String FOLLOW_SILENT = JOIN.formatted("""
            UPDATE alarm part SET part_of = (SELECT min(lead.id) FROM alarm lead WHERE lead.site = part.site
                AND lead.id <> part.id AND lead.part_of IS NULL AND lead.document ->> 'cause' IN ('silent', 'mains-off')
                AND lead.since BETWEEN part.since - interval '30 minutes' AND part.since + interval '30 minutes'
                AND lead.cleared_at IS NULL
                AND lead.withdrawn_at IS NULL AND lead.closed_at IS NULL)
            WHERE part.id = ?""");

    private Stories() {}

    static void join(Connection connection, long alarm, Cause cause, Instant now) throws SQLException {
        String how = switch (cause) {
            case TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE -> LEAD;
            case DOOR_LEFT_OPEN, DOSES_HELD, BUDGET_SPENDING -> FOLLOW;
            case DOOR_OPENED_OFTEN, CHANGING_FAST, BREACH_AHEAD -> FOLLOW_FIRST;
            case SILENT, MAINS_OFF -> FOLLOW_SILENT;
            case NOT_UPRIGHT, STRUCK, BATTERY_LOW, PROBE_FAULT,
                    PROBE_STUCK, PROBES_DISAGREE,
                    REPORTING_LATE, CLOCK_WRONG, CALIBRATION_DUE, DOSE_TIME_OVER, SYRINGE_TIME_OVER, UNOBSERVED,
                    WATCHING ->
                "";
        };
        if (!how.isEmpty()) {
            try (PreparedStatement update = connection.prepareStatement(how)) {
                update.setLong(1, alarm);
                update.setObject(2, now.atOffset(ZoneOffset.UTC));
                update.executeUpdate();
            }
        }
    }
}
