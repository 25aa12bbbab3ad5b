package org.gardefroid.ingest.lots;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.ingest.store.Row;
import org.gardefroid.ingest.store.Sql;

/** Lots as they are known now: two statements whatever their number. */
@Singleton
public final class LotReader {

    private static final String LOTS = """
            SELECT l.id, l.site, l.product, l.gtin, l.number, l.expires_on::text AS expires_on, l.thawed_at,
                (l.opening_exposure ->> 'minutes')::integer AS opening_minutes,
                (l.opening_exposure ->> 'lowestMilliCelsius')::integer AS opening_lowest,
                (l.opening_exposure ->> 'highestMilliCelsius')::integer AS opening_highest, l.entered_at, l.entered_by
            FROM lot l WHERE {which} ORDER BY l.expires_on, l.product, l.number""";

    private static final String PLACEMENTS = """
            SELECT p.id, p.lot, e.name, e.label_fr, e.label_en, coalesce(p.doses, 0) AS doses,
                lower(p.during) AS since, upper(p.during) AS until, p.ended_for, p.entered_by, p.thawed_at
            FROM lot_placement p JOIN lot l ON l.id = p.lot JOIN equipment e ON e.id = p.equipment
            WHERE upper_inf(p.known) AND {which} ORDER BY lower(p.during) DESC, p.id DESC""";

    private static final String IN_EQUIPMENT = """
            l.id IN (SELECT h.lot FROM lot_placement h JOIN equipment q ON q.id = h.equipment
                WHERE q.name = ? AND upper_inf(h.during) AND upper_inf(h.known))""";

    private static final String IN_PLAY = """
            l.id IN (SELECT h.lot FROM lot_placement h
                WHERE upper_inf(h.known) AND h.during && tstzrange(?::timestamptz, NULL))""";

    public List<Lot> all(Sql sql) {
        return find(sql, "true");
    }

    public Optional<Lot> withId(Sql sql, int id) {
        return find(sql, "l.id = ?", id).stream().findFirst();
    }

    /** A lot may have come to several sites, and twice under different products' names. */
    public List<Lot> numbered(Sql sql, String number) {
        return find(sql, "upper(l.number) = upper(?)", number);
    }

    /** Those that are somewhere, or were until a while ago: what becomes known late may still concern them. */
    public List<Lot> inPlay(Sql sql, Instant since) {
        return find(sql, IN_PLAY, since);
    }

    /** What an equipment holds now. */
    public List<Lot> in(Sql sql, String equipment) {
        return find(sql, IN_EQUIPMENT, equipment);
    }

    private static List<Lot> find(Sql sql, String which, Object... key) {
        Map<Integer, List<Lot.Placement>> placements = new HashMap<>();
        sql.each(PLACEMENTS.replace("{which}", which),
                row -> placements.computeIfAbsent(row.number("lot"), lot -> new ArrayList<>()).add(placement(row)),
                key);
        return sql.list(LOTS.replace("{which}", which),
                row -> lot(row, placements.getOrDefault(row.number("id"), List.of())), key);
    }

    private static Lot.Placement placement(Row row) throws SQLException {
        return new Lot.Placement(row.big("id"), row.text("name"), row.text("label_fr"), row.text("label_en"),
                row.number("doses"), row.instant("since"), row.instantIfAny("until"), row.textIfAny("ended_for"),
                row.text("entered_by"), row.instantIfAny("thawed_at"));
    }

    private static Lot lot(Row row, List<Lot.Placement> placements) throws SQLException {
        return new Lot(row.number("id"), row.number("site"), row.text("product"), row.textIfAny("gtin"),
                row.text("number"), LocalDate.parse(row.text("expires_on")), row.instantIfAny("thawed_at"),
                opening(row), row.instant("entered_at"), row.text("entered_by"),
                placements);
    }

    private static Optional<OpeningExposure> opening(Row row) throws SQLException {
        OptionalInt minutes = row.numberIfAny("opening_minutes");
        return minutes.isEmpty()
                ? Optional.empty()
                : Optional.of(new OpeningExposure(minutes.getAsInt(), row.numberIfAny("opening_lowest"),
                        row.number("opening_highest")));
    }
}
