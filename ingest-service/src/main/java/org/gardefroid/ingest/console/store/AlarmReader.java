package org.gardefroid.ingest.console.store;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.gardefroid.ingest.console.view.AlarmLine;

/** Alarms as they stand in the database. */
@Singleton
public final class AlarmReader {

    static final String COLUMNS = """
            a.id, a.equipment, e.label_fr, e.label_en, a.rule, a.category, a.severity, a.since, a.raised_at,
            a.acknowledged_at, who.display_name AS acknowledged_by, a.cleared_at,
            (SELECT CASE WHEN a.rule LIKE '%low' OR a.rule LIKE '%freeze' THEN min(x.worst_milli_celsius)
                    ELSE max(x.worst_milli_celsius) END
                FROM alarm_fact f JOIN excursion x ON x.id = f.excursion
                WHERE f.alarm = a.id AND x.withdrawn_at IS NULL) AS worst""";

    private static final String TO_ANSWER = "SELECT " + COLUMNS + """

            FROM alarm a
            JOIN equipment e ON e.id = a.equipment
            LEFT JOIN person who ON who.id = a.acknowledged_by
            WHERE a.withdrawn_at IS NULL AND a.closed_at IS NULL AND (a.cleared_at IS NULL OR a.acknowledged_at IS NULL)
                AND {which}
            ORDER BY a.raised_at DESC""";

    /** Those that go on, and those that nobody has answered. */
    List<AlarmLine> toAnswer(Sql sql, String which, Object... key) {
        return sql.list(TO_ANSWER.replace("{which}", which), AlarmReader::line, key);
    }

    static AlarmLine line(Row row) throws SQLException {
        return new AlarmLine(row.big("id"), row.number("equipment"), row.text("label_fr"), row.text("label_en"),
                row.text("rule"), row.text("category").equals("cold-chain"), row.text("severity").equals("critical"),
                row.instant("since"), row.instant("raised_at"), row.instantIfAny("acknowledged_at"),
                row.textIfAny("acknowledged_by"), row.instantIfAny("cleared_at"), row.numberIfAny("worst"));
    }
}
