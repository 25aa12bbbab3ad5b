package org.gardefroid.ingest.console.store;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gardefroid.ingest.console.view.Reasoned;
import org.gardefroid.ingest.console.view.VerdictLine;
import org.gardefroid.ingest.store.Row;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.json.JsonObject;
import org.gardefroid.vaccines.custody.Due;

/** What is said of goods, and what was. */
@Singleton
public final class VerdictReader {

    /** A page of what was said before is enough; all of it is in the table. */
    private static final int MOST_BEFORE = 50;

    private static final String VERDICTS = """
            SELECT v.lot, e.name, e.label_fr, e.label_en, v.vial, v.ruling, v.since, v.until, v.judged_at, v.product,
                v.profile_revision, v.due_at, v.due_by, v.unobserved_seconds::integer AS unobserved, v.document::text AS document
            FROM verdict v JOIN equipment e ON e.id = v.equipment WHERE {which}""";

    private static final String HELD = """
            v.until IS NULL AND v.vial IS NULL AND EXISTS (SELECT FROM lot_placement h
                WHERE h.lot = v.lot AND h.equipment = v.equipment AND upper_inf(h.during) AND upper_inf(h.known))""";

    /** Of a vial that is used up nothing needs to be said any more. */
    private static final String OPEN = """
            v.until IS NULL AND v.vial IS NOT NULL AND NOT v.document -> 'reasons' @> '[{"code": "finished"}]'""";

    /** Of a lot and of its vials, the lot first. */
    public List<VerdictLine> ofLot(Sql sql, int lot) {
        return find(sql, "v.until IS NULL AND v.lot = ? ORDER BY v.vial NULLS FIRST, e.name", lot);
    }

    /** Of each lot and of its vials. */
    public Map<Integer, List<VerdictLine>> standing(Sql sql) {
        return find(sql, "v.until IS NULL AND v.lot IS NOT NULL ORDER BY v.vial NULLS FIRST, e.name").stream()
                .collect(Collectors.groupingBy(verdict -> verdict.lot().orElseThrow()));
    }

    public List<VerdictLine> before(Sql sql, int lot) {
        return find(sql, "v.until IS NOT NULL AND v.lot = ? ORDER BY v.until DESC, v.id DESC LIMIT " + MOST_BEFORE,
                lot);
    }

    /** Of each lot the worst that is said of doses of it, wherever they are. */
    public Map<Integer, VerdictLine> worst(Sql sql) {
        return byLot(find(sql, HELD));
    }

    /** Of each lot, what is said of the doses in this equipment. */
    public Map<Integer, VerdictLine> held(Sql sql, String equipment) {
        return byLot(find(sql, HELD + " AND e.name = ?", equipment));
    }

    /** Of the opened vials of an equipment. */
    public List<VerdictLine> vials(Sql sql, String equipment) {
        return find(sql, OPEN + " AND e.name = ? ORDER BY v.due_at NULLS FIRST, v.vial", equipment);
    }

    private static Map<Integer, VerdictLine> byLot(List<VerdictLine> verdicts) {
        Map<Integer, VerdictLine> byLot = new HashMap<>();
        verdicts.stream().sorted(Comparator.comparingInt(verdict -> verdict.said().badness()))
                .forEach(verdict -> verdict.lot().ifPresent(lot -> byLot.put(lot, verdict)));
        return byLot;
    }

    private static List<VerdictLine> find(Sql sql, String which, Object... key) {
        return sql.list(VERDICTS.replace("{which}", which), VerdictReader::verdict, key);
    }

    private static VerdictLine verdict(Row row) throws SQLException {
        Optional<String> by = row.textIfAny("due_by");
        return new VerdictLine(row.numberIfAny("lot"), row.text("name"), row.text("label_fr"), row.text("label_en"),
                row.textIfAny("vial"), row.instant("since"), row.instantIfAny("until"), row.instant("judged_at"),
                row.textIfAny("product"), row.numberIfAny("profile_revision"),
                new Reasoned(row.text("ruling"), row.instantIfAny("due_at").flatMap(at -> by.map(
                        step -> new Due(at, step))), Duration.ofSeconds(row.number("unobserved")),
                        JsonObject.parse(row.text("document"))));
    }
}
