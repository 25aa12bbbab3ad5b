package org.gardefroid.ingest.custody;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.ingest.store.Row;
import org.gardefroid.ingest.store.Sql;
import org.gardefroid.telemetry.VialId;
import org.gardefroid.vaccines.custody.Due;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.JudgementJson;
import org.jspecify.annotations.Nullable;

/** The table of verdicts. */
final class VerdictRows {

    private static final String STANDING = """
            SELECT id, lot, coalesce(equipment, 0) AS equipment, vial, judged_at, said, due_at FROM verdict
            WHERE until IS NULL""";

    private static final String INSERT = """
            INSERT INTO verdict (site, lot, equipment, vial, since, judged_at, ruling, said, product, profile_revision, due_at,
                due_by, unobserved_seconds, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) RETURNING id""";

    private static final String FIGURES = """
            UPDATE verdict SET judged_at = ?, due_at = ?, due_by = ?, unobserved_seconds = ?, document = ?::jsonb
            WHERE id = ?""";

    private final Sql sql;

    VerdictRows(Sql sql) {
        this.sql = sql;
    }

    /** What the table says now. */
    record Standing(long row, String said, Instant judgedAt, Optional<Instant> dueAt) {}

    Map<Goods, Standing> standing() {
        Map<Goods, Standing> standing = new HashMap<>();
        sql.each(STANDING, row -> standing.put(goods(row), new Standing(row.big("id"), row.text("said"),
                row.instant("judged_at"), row.instantIfAny("due_at"))));
        return standing;
    }

    private static Goods goods(Row row) throws SQLException {
        OptionalInt lot = row.numberIfAny("lot");
        return new Goods(lot, row.number("equipment"), row.textIfAny("vial").map(VialId::new));
    }

    void end(long row, Instant now) {
        sql.change("UPDATE verdict SET until = ? WHERE id = ? AND until IS NULL", now, row);
    }

    Standing begin(Judged judged, Instant now) {
        Judgement judgement = judged.judgement();
        Goods goods = judged.goods();
        long row = sql.first(INSERT, inserted -> inserted.big("id"), judged.site(),
                goods.lot().isPresent() ? goods.lot().getAsInt() : null, goods.equipment(),
                goods.vial().map(VialId::value).orElse(null), now, judgement.now(), judgement.ruling().code(),
                judged.said(), judgement.judgedBy().map(profile -> profile.product().value()).orElse(null),
                judgement.judgedBy().map(profile -> profile.revision()).orElse(null), dueAt(judgement),
                judgement.runsOut().map(Due::by).orElse(null), judgement.exposure().unobserved().toSeconds(),
                JudgementJson.line(judgement, judged.zone())).orElseThrow();
        return standing(row, judged);
    }

    Standing figures(long row, Judged judged) {
        Judgement judgement = judged.judgement();
        sql.change(FIGURES, judgement.now(), dueAt(judgement), judgement.runsOut().map(Due::by).orElse(null),
                judgement.exposure().unobserved().toSeconds(), JudgementJson.line(judgement, judged.zone()), row);
        return standing(row, judged);
    }

    private static Standing standing(long row, Judged judged) {
        return new Standing(row, judged.said(), judged.judgement().now(), judged.judgement().runsOut().map(Due::at));
    }

    /** What the database keeps as a time with a zone. */
    private static @Nullable Object dueAt(Judgement judgement) {
        return judgement.runsOut().map(Due::at).orElse(null);
    }
}
