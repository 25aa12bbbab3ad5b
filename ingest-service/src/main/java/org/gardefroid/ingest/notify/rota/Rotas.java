package org.gardefroid.ingest.notify.rota;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a calendar down, and out into spans, in the caller's transaction: all of it, or nothing. */
public final class Rotas {

    /** How far ahead a calendar is written out; it is done again when half of that has passed. */
    static final Duration AHEAD = Duration.ofDays(400);
    private static final Duration BEHIND = Duration.ofDays(2);

    private static final String ROTA = """
            SELECT r.id, r.site, s.time_zone FROM rota r JOIN site s ON s.id = r.site WHERE r.name = ? FOR UPDATE OF r""";
    private static final String PEOPLE = """
            SELECT id, lower(name) AS name, lower(display_name) AS display, lower(coalesce(email, '')) AS email
            FROM person WHERE disabled_at IS NULL""";
    private static final String DUTY = """
            INSERT INTO rota_duty (rota, person, kind, starts_at, ends_at, event) VALUES (?, ?, ?, ?, ?, ?)""";

    private final Connection connection;

    public Rotas(Connection connection) {
        this.connection = connection;
    }

    /**
     * @return how many spans there are
     * @throws IllegalArgumentException what is wrong, with the event and its value
     */
    public int enter(String rota, String calendar, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROTA)) {
            select.setString(1, rota);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("no rota is called " + rota);
                }
                List<Entry> entries = RotaCalendar.parse(calendar, ZoneId.of(row.getString("time_zone")))
                        .entries(now.minus(BEHIND), now.plus(AHEAD));
                return write(row.getInt("id"), calendar, entries, now);
            }
        }
    }

    private int write(int rota, String calendar, List<Entry> entries, Instant now) throws SQLException {
        Map<String, Integer> people = people();
        try (PreparedStatement update = connection
                .prepareStatement("UPDATE rota SET calendar = ?, spread_until = ? WHERE id = ?");
                PreparedStatement delete = connection.prepareStatement("DELETE FROM rota_duty WHERE rota = ?");
                PreparedStatement insert = connection.prepareStatement(DUTY)) {
            update.setString(1, calendar);
            update.setObject(2, now.plus(AHEAD).atOffset(ZoneOffset.UTC));
            update.setInt(3, rota);
            update.executeUpdate();
            delete.setInt(1, rota);
            delete.executeUpdate();
            int written = 0;
            for (Entry entry : entries) {
                for (String name : entry.people()) {
                    int person = Optional.ofNullable(people.get(name.toLowerCase(Locale.ROOT)))
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "event '" + entry.event() + "' names somebody who is not known: " + name));
                    insert.setInt(1, rota);
                    insert.setInt(2, person);
                    insert.setString(3, entry.kind().name().toLowerCase(Locale.ROOT));
                    insert.setObject(4, entry.from().atOffset(ZoneOffset.UTC));
                    insert.setObject(5, entry.until().atOffset(ZoneOffset.UTC));
                    insert.setString(6, entry.event());
                    insert.addBatch();
                    written++;
                }
            }
            insert.executeBatch();
            return written;
        }
    }

    private Map<String, Integer> people() throws SQLException {
        Map<String, Integer> people = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PEOPLE); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                for (String by : List.of("display", "email", "name")) {
                    people.put(row.getString(by), row.getInt("id"));
                }
            }
        }
        people.remove("");
        return people;
    }
}
