package org.gardefroid.ingest.notify;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gardefroid.alerting.cascade.Hours;
import org.gardefroid.alerting.cascade.OpeningHours;
import org.gardefroid.alerting.cascade.Rota;
import org.gardefroid.ingest.notify.rota.CallHours;
import org.gardefroid.ingest.notify.rota.Rotas;
import org.gardefroid.ingest.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks ahead: a rota that a cascade asks and that will have nobody on call within a week is a technical alarm now, while
 * somebody can still be found. It is over when the hole is filled.
 */
@Singleton
final class RotaWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RotaWatch.class);

    private static final Duration AHEAD = Duration.ofDays(7);
    private static final Duration SPREAD_AGAIN = Duration.ofDays(200);

    private static final String ASKED = """
            SELECT r.name, r.site, r.calendar, r.spread_until < ? AS old, s.time_zone, s.opening_hours,
                ARRAY(SELECT first_day || '..' || last_day FROM site_closing c WHERE c.site = s.id) AS closed,
                ARRAY(SELECT DISTINCT c.hours FROM cascade_step c WHERE c.rota = r.id) AS hours
            FROM rota r JOIN site s ON s.id = r.site
            WHERE EXISTS (SELECT FROM cascade_step c WHERE c.rota = r.id) ORDER BY r.name""";
    private static final String RAISE = """
            WITH raised AS (
                INSERT INTO alarm (site, subject, rule, category, severity, since, raised_at, document)
                SELECT ?, ?, 'nobody-on-call-soon', 'technical', 'warning', ?, ?, jsonb_build_object('rota', ?)
                WHERE NOT EXISTS (SELECT FROM alarm WHERE rule = 'nobody-on-call-soon' AND document ->> 'rota' = ?
                    AND cleared_at IS NULL AND closed_at IS NULL)
                RETURNING id, raised_at)
            INSERT INTO alarm_history (alarm, at, what) SELECT id, raised_at, 'raised' FROM raised""";
    private static final String CLEAR = """
            WITH cleared AS (
                UPDATE alarm SET cleared_at = ? WHERE rule = ? AND coalesce(document ->> 'rota', subject) = ?
                    AND cleared_at IS NULL RETURNING id, cleared_at)
            INSERT INTO alarm_history (alarm, at, what) SELECT id, cleared_at, 'cleared' FROM cleared""";

    private final Transactions transactions;

    RotaWatch(Transactions transactions) {
        this.transactions = transactions;
    }

    private record Asked(String name, int site, String calendar, boolean isOld, CallHours hours) {}

    void round(Instant now) throws SQLException {
        for (Asked rota : asked(now)) {
            if (rota.isOld) {
                spread(rota, now);
            }
            transactions.in(connection -> look(connection, rota, now));
        }
    }

    private void spread(Asked rota, Instant now) throws SQLException {
        try {
            transactions.in(connection -> new Rotas(connection).spread(rota.name, rota.calendar, now));
        } catch (IllegalArgumentException e) {
            LOG.error("rota is not written out any further rota={} because={}", rota.name, e.getMessage());
        }
    }

    private static boolean look(Connection connection, Asked asked, Instant now) throws SQLException {
        Map<String, Rota> rotas = new CascadeReader(connection).rotas(now, now.plus(AHEAD));
        Rota rota = rotas.getOrDefault(asked.name, new Rota(List.of()));
        List<Rota.Hole> holes = rota.holes(now, now.plus(AHEAD)).stream().map(asked.hours::noticed)
                .flatMap(Optional::stream)
                .toList();
        if (!rota.onCall(now).isEmpty()) {
            clear(connection, "nobody-on-call", asked.name, now);
        }
        if (holes.isEmpty()) {
            clear(connection, "nobody-on-call-soon", asked.name, now);
        } else {
            raise(connection, asked, holes.getFirst(), now);
        }
        return true;
    }

    /** "nights, 27/11 18:00 – 28/11 08:00": by the site's clock, and in figures that are the same in both languages. */
    private static String told(Asked asked, Rota.Hole hole) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("dd/MM HH:mm").withZone(asked.hours.zone());
        return asked.name + ", " + time.format(hole.from()) + " – " + time.format(hole.until());
    }

    private static void raise(Connection connection, Asked asked, Rota.Hole hole, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RAISE)) {
            insert.setInt(1, asked.site);
            insert.setString(2, told(asked, hole));
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setString(5, asked.name);
            insert.setString(6, asked.name);
            insert.executeUpdate();
        }
    }

    private static void clear(Connection connection, String rule, String rota, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLEAR)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, rule);
            update.setString(3, rota);
            update.executeUpdate();
        }
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray()).map(Object::toString);
    }

    private List<Asked> asked(Instant now) throws SQLException {
        return transactions.in(connection -> {
            List<Asked> asked = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(ASKED)) {
                select.setObject(1, now.plus(SPREAD_AGAIN).atOffset(ZoneOffset.UTC));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        asked.add(new Asked(row.getString("name"), row.getInt("site"), row.getString("calendar"),
                                row.getBoolean("old"),
                                new CallHours(ZoneId.of(row.getString("time_zone")),
                                        OpeningHours.parse(row.getString("opening_hours")), Running.closed(row),
                                        texts(row, "hours").map(Hours::ofCode).collect(Collectors.toSet()))));
                    }
                }
            }
            return asked;
        });
    }
}
