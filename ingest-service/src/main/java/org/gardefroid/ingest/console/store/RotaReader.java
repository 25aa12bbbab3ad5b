package org.gardefroid.ingest.console.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gardefroid.alerting.cascade.Duty;
import org.gardefroid.alerting.cascade.Rota;
import org.gardefroid.ingest.console.view.RotaPage;
import org.gardefroid.ingest.console.view.Words;
import org.gardefroid.ingest.notify.rota.CallHours;
import org.gardefroid.ingest.store.Row;
import org.gardefroid.ingest.store.Sql;

/** Rotas as people read them: with displayed names, and from now on. */
public final class RotaReader {

    private static final Duration AHEAD_AT_LEAST = Duration.ofDays(40);

    private static final String ROTAS = """
            SELECT r.name, r.site, s.label_fr, s.label_en, s.time_zone, s.opening_hours, r.entered_at,
                coalesce(p.display_name, r.entered_by, '') AS entered_by, r.spread_until,
                coalesce((SELECT string_agg(c.first_day || '..' || c.last_day, ' ') FROM site_closing c
                    WHERE c.site = s.id), '') AS closed,
                coalesce((SELECT string_agg(DISTINCT c.hours, ' ') FROM cascade_step c WHERE c.rota = r.id), '') AS hours
            FROM rota r JOIN site s ON s.id = r.site LEFT JOIN person p ON p.name = r.entered_by
            ORDER BY s.name, r.name""";
    private static final String DUTIES = """
            SELECT p.display_name, d.kind, d.starts_at, d.ends_at
            FROM rota r JOIN rota_duty d ON d.rota = r.id JOIN person p ON p.id = d.person
            WHERE r.name = ? AND d.ends_at > ? AND p.disabled_at IS NULL""";

    private RotaReader() {}

    public static List<RotaPage> all(Sql sql, Words words) {
        return sql.list(ROTAS, row -> page(sql, row, words));
    }

    public static Optional<RotaPage> named(Sql sql, String name, Words words) {
        return all(sql, words).stream().filter(rota -> rota.name().equals(name)).findFirst();
    }

    /** As it was handed in; empty if it never was. */
    public static String calendar(Sql sql, String name) {
        return sql.first("SELECT calendar FROM rota WHERE name = ?", row -> row.text("calendar"), name).orElse("");
    }

    private static RotaPage page(Sql sql, Row row, Words words) throws SQLException {
        Instant now = words.now();
        String name = row.text("name");
        Rota rota = new Rota(sql.list(DUTIES, RotaReader::duty, name, now));
        CallHours hours = RotaPage.hours(ZoneId.of(row.text("time_zone")), row.text("opening_hours"),
                row.text("closed"), row.text("hours"));
        Instant end = row.instantIfAny("spread_until").filter(now.plus(AHEAD_AT_LEAST)::isBefore)
                .orElse(now.plus(AHEAD_AT_LEAST));
        return new RotaPage(name, row.number("site"), row.text("label_fr"), row.text("label_en"),
                RotaPage.shifts(rota, hours, now, end), row.instantIfAny("entered_at"), row.text("entered_by"),
                hours.isAsked());
    }

    private static Duty duty(Row row) throws SQLException {
        return new Duty(row.text("display_name"), row.instant("starts_at"), row.instant("ends_at"),
                Duty.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)));
    }
}
