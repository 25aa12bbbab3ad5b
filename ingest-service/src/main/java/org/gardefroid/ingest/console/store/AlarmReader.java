package org.gardefroid.ingest.console.store;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.ingest.console.view.AlarmLine;
import org.gardefroid.ingest.console.view.AlarmPage.Attempt;
import org.gardefroid.ingest.console.view.AlarmPage.Past;
import org.gardefroid.ingest.console.view.AlarmPage.Told;
import org.gardefroid.ingest.console.view.ExcursionLine;
import org.gardefroid.ingest.store.Row;
import org.gardefroid.ingest.store.Sql;

/** Alarms as they stand in the database. */
@Singleton
public final class AlarmReader {

    private static final String ALARMS = """
            SELECT a.id, a.site, coalesce(a.equipment, 0) AS equipment, coalesce(e.label_fr, d.name, a.subject) AS label_fr,
                coalesce(e.label_en, d.name, a.subject) AS label_en, a.subject,
                coalesce(a.document ->> 'cause', a.rule) AS what, a.category, a.severity, a.since, a.raised_at,
                a.acknowledged_at, who.display_name AS acknowledged_by, a.cleared_at, a.withdrawn_at, a.closed_at,
                (SELECT CASE WHEN coalesce(a.document ->> 'cause', a.rule) SIMILAR TO '%(too-cold|low|freeze)'
                        THEN min(x.worst_milli_celsius) ELSE max(x.worst_milli_celsius) END
                    FROM alarm_fact f JOIN excursion x ON x.id = f.excursion
                    WHERE f.alarm = a.id AND x.withdrawn_at IS NULL) AS worst
            FROM alarm a
            LEFT JOIN equipment e ON e.id = a.equipment
            LEFT JOIN device d ON d.id = a.device
            LEFT JOIN person who ON who.id = a.acknowledged_by
            WHERE {which}""";

    private static final String TO_ANSWER = " AND a.withdrawn_at IS NULL AND a.closed_at IS NULL"
            + " AND (a.cleared_at IS NULL OR a.acknowledged_at IS NULL) ORDER BY a.raised_at DESC";

    /** Those that go on, and those that nobody has answered. */
    List<AlarmLine> toAnswer(Sql sql, String which, Object... key) {
        return sql.list(ALARMS.replace("{which}", "a.equipment IS NOT NULL AND " + which) + TO_ANSWER,
                AlarmReader::line,
                key);
    }

    public List<AlarmLine> withoutEquipment(Sql sql) {
        return sql.list(ALARMS.replace("{which}", "a.equipment IS NULL") + TO_ANSWER, AlarmReader::line);
    }

    public List<AlarmLine> of(Sql sql, int equipment, Instant since) {
        return sql.list(
                ALARMS.replace("{which}", "a.equipment = ? AND a.raised_at > ? ORDER BY a.raised_at DESC LIMIT 50"),
                AlarmReader::line, equipment, since);
    }

    public Optional<AlarmLine> withId(Sql sql, long id) {
        return sql.first(ALARMS.replace("{which}", "a.id = ?"), AlarmReader::line, id);
    }

    public List<ExcursionLine> facts(Sql sql, long alarm) {
        return sql.list("SELECT x.rule, x.subject, x.since, x.ended_at, x.worst_milli_celsius, x.unobserved_seconds,"
                + " x.certainty FROM alarm_fact f JOIN excursion x ON x.id = f.excursion"
                + " WHERE f.alarm = ? AND x.withdrawn_at IS NULL ORDER BY x.since", ExcursionRows::line, alarm);
    }

    public List<Past> history(Sql sql, long alarm) {
        return sql.list(
                "SELECT h.at, h.what || CASE WHEN h.document -> 'late' IS NOT NULL THEN '-late' ELSE '' END AS what, h.comment,"
                        + " p.display_name FROM alarm_history h"
                        + " LEFT JOIN person p ON p.id = h.person WHERE h.alarm = ? ORDER BY h.at, h.id",
                row -> new Past(row.instant("at"), row.text("what"), row.textIfAny("display_name"),
                        row.textIfAny("comment")),
                alarm);
    }

    public List<Told> told(Sql sql, long alarm) {
        Map<Long, List<Attempt>> tries = new HashMap<>();
        sql.each("SELECT t.notification, t.at, t.outcome, t.peer_said FROM notification_attempt t"
                + " JOIN notification n ON n.id = t.notification WHERE n.alarm = ? ORDER BY t.at, t.attempt",
                row -> tries.computeIfAbsent(row.big("notification"), any -> new ArrayList<>()).add(
                        new Attempt(row.instant("at"), row.text("outcome"), row.text("peer_said"))),
                alarm);
        return sql.list("SELECT n.id, n.made_at, p.display_name, n.channel, n.kind, n.state, n.attempts, n.accepted_at,"
                + " n.peer_said FROM notification n JOIN person p ON p.id = n.recipient"
                + " WHERE n.alarm = ? ORDER BY n.made_at, n.id",
                row -> new Told(row.instant("made_at"), row.text("display_name"), row.text("channel"), row.text("kind"),
                        row.text("state"), row.number("attempts"), row.instantIfAny("accepted_at"),
                        row.textIfAny("peer_said"), tries.getOrDefault(row.big("id"), List.of())),
                alarm);
    }

    private static AlarmLine line(Row row) throws SQLException {
        return new AlarmLine(row.big("id"), row.number("site"), row.number("equipment"), row.text("label_fr"),
                row.text("label_en"), row.text("subject"), row.text("what"), row.text("category").equals("cold-chain"),
                row.text("severity").equals("critical"), row.instant("since"), row.instant("raised_at"),
                row.instantIfAny("acknowledged_at"), row.textIfAny("acknowledged_by"), row.instantIfAny("cleared_at"),
                row.instantIfAny("withdrawn_at"), row.instantIfAny("closed_at"), row.numberIfAny("worst"));
    }
}
