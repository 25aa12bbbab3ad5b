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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

    private static final String ENTERED = "UPDATE rota SET entered_at = ?, entered_by = ? WHERE name = ?";
    private static final String TO_COME = """
            SELECT EXISTS (SELECT FROM rota r JOIN rota_duty d ON d.rota = r.id WHERE r.name = ? AND d.ends_at > ?) AS any_to_come""";

    private final Connection connection;

    public Rotas(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes a calendar as somebody hands it in; what stood before is over.
     *
     * @param by whose name is noted, empty for the fleet file
     * @param nobodyIsMeant whether it may leave nobody on call from now on
     * @return how many spans there are
     * @throws RotaRefused what is wrong, with its line; then nothing is changed
     */
    public int enter(String rota, String calendar, String by, boolean nobodyIsMeant, Instant now) throws SQLException {
        int duties = spread(rota, calendar, now);
        try (PreparedStatement update = connection.prepareStatement(ENTERED);
                PreparedStatement select = connection.prepareStatement(TO_COME)) {
            select.setString(1, rota);
            select.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!row.getBoolean("any_to_come") && !nobodyIsMeant) {
                    throw new RotaRefused("empty", AHEAD.toDays());
                }
            }
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, by);
            update.setString(3, rota);
            update.executeUpdate();
        }
        return duties;
    }

    /**
     * Writes a calendar out from now on, whoever it leaves on call.
     *
     * @return how many spans there are
     * @throws RotaRefused what is wrong, with its line
     */
    public int spread(String rota, String calendar, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROTA)) {
            select.setString(1, rota);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new RotaRefused("unknown", rota);
                }
                List<Entry> entries = RotaCalendar.parse(calendar, ZoneId.of(row.getString("time_zone")))
                        .entries(now.minus(BEHIND), now.plus(AHEAD));
                return write(row.getInt("id"), calendar, entries, now);
            }
        }
    }

    private int write(int rota, String calendar, List<Entry> entries, Instant now) throws SQLException {
        Map<String, Set<Integer>> people = people();
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
                    int person = only(people.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()), name, entry);
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

    /** Two people of one name would be one of them by chance. */
    private static int only(Set<Integer> people, String name, Entry entry) {
        if (people.size() != 1) {
            throw new RotaRefused(people.isEmpty() ? "who" : "which-person", RotaRefused.shown(entry.event()),
                    RotaRefused.shown(name));
        }
        return people.iterator().next();
    }

    private Map<String, Set<Integer>> people() throws SQLException {
        Map<String, Set<Integer>> people = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PEOPLE); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                for (String by : List.of("display", "email", "name")) {
                    people.computeIfAbsent(row.getString(by), any -> new HashSet<>()).add(row.getInt("id"));
                }
            }
        }
        people.remove("");
        return people;
    }
}
