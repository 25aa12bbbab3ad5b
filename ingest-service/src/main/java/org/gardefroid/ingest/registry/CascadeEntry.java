package org.gardefroid.ingest.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gardefroid.alerting.cascade.Channel;
import org.gardefroid.alerting.cascade.ClosedDays;
import org.gardefroid.alerting.cascade.Hours;
import org.gardefroid.alerting.cascade.OpeningHours;
import org.gardefroid.ingest.notify.ShortText;
import org.gardefroid.ingest.notify.rota.Rotas;
import org.jspecify.annotations.Nullable;

/**
 * Enters who is told, in which order: a step of the fleet file's {@code cascade} names a {@code person} or a {@code rota}, a
 * {@code channel}, {@code hours} (always, open, closed) and how long the step before is waited for.
 */
final class CascadeEntry {

    private static final String STEP = """
            INSERT INTO cascade_step (site, equipment, step, person, rota, channel, hours, category, wait_seconds)
            SELECT s.id, (SELECT id FROM equipment WHERE name = ?), ?, (SELECT id FROM person WHERE name = ?),
                (SELECT id FROM rota WHERE name = ?), ?, ?, ?, ?
            FROM site s WHERE s.name = ?
            ON CONFLICT ON CONSTRAINT a_call_is_made_once_a_step DO UPDATE SET wait_seconds = excluded.wait_seconds""";
    private static final String ROTA = """
            INSERT INTO rota (site, name) SELECT id, ? FROM site WHERE name = ?
            ON CONFLICT (name) DO UPDATE SET site = excluded.site""";
    private static final String IS_NEW = """
            SELECT calendar <> ? AND from_file IS DISTINCT FROM md5(?) AS is_new, calendar = '' AS is_first
            FROM rota WHERE name = ?""";
    private static final String FROM_FILE = "UPDATE rota SET from_file = md5(?) WHERE name = ?";
    private static final String HOURS = "UPDATE site SET opening_hours = ? WHERE name = ?";
    private static final String CLOSED = """
            INSERT INTO site_closing (site, first_day, last_day) SELECT id, ?, ? FROM site WHERE name = ?
            ON CONFLICT DO NOTHING""";
    private static final String FALLBACK = "UPDATE equipment SET fallback_fr = ?, fallback_en = ? WHERE name = ?";

    private final Connection connection;
    private final Instant now;

    CascadeEntry(Connection connection, Instant now) {
        this.now = now;
        this.connection = connection;
    }

    void openingHours(Fields site) throws SQLException {
        if (site.maybe("hours").isPresent()) {
            String hours = site.text("hours");
            try {
                OpeningHours.parse(hours);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(site.place() + ".hours: " + e.getMessage(), e);
            }
            run(HOURS, hours, site.text("name"));
        }
    }

    /** All of a site's closed days: what the file does not name any more is open again. */
    void closedDays(Fields site) throws SQLException {
        List<String> closed = site.days("closed");
        if (!closed.isEmpty() || site.names("closed")) {
            run("DELETE FROM site_closing WHERE site = (SELECT id FROM site WHERE name = ?)", site.text("name"));
        }
        for (String each : closed) {
            try {
                ClosedDays.Days days = ClosedDays.Days.parse(each);
                run(CLOSED, days.first(), days.last(), site.text("name"));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(site.place() + ".closed: " + e.getMessage(), e);
            }
        }
    }

    /** The plan de repli: where to put what is in it, who has the key, whom to call. */
    void fallback(Fields equipment) throws SQLException {
        if (equipment.object("fallback").isPresent()) {
            Fields plan = equipment.object("fallback").get();
            run(FALLBACK, fallback(plan, "fr"), fallback(plan, "en"), equipment.text("name"));
        }
    }

    /** A number at its end that is cut off is a number that nobody calls. */
    private static String fallback(Fields plan, String language) {
        String text = plan.text(language);
        if (text.length() > ShortText.LONGEST_FALLBACK) {
            throw new IllegalArgumentException(plan.place() + "." + language + " has " + text.length()
                    + " characters; in a short message there is room for " + ShortText.LONGEST_FALLBACK);
        }
        return text;
    }

    void rota(Fields rota) throws SQLException {
        String name = rota.text("name");
        run(ROTA, name, rota.text("site"));
        Optional<String> file = rota.maybe("calendar");
        if (file.isPresent()) {
            try {
                calendar(name, Files.readString(Path.of(file.get())));
            } catch (IOException e) {
                throw new IllegalArgumentException(rota.place() + ".calendar cannot be read: " + file.get(), e);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(rota.place() + ".calendar: " + e.getMessage(), e);
            }
        }
    }

    /**
     * The file is read at each start: what a person has handed in since stays until it says something else. Where nothing stands
     * yet it may leave nobody on call: that is told at once, and a service that does not start tells nothing.
     */
    private void calendar(String rota, String calendar) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(IS_NEW)) {
            select.setString(1, calendar);
            select.setString(2, calendar);
            select.setString(3, rota);
            try (ResultSet row = select.executeQuery()) {
                if (row.next() && row.getBoolean("is_new")) {
                    new Rotas(connection).enter(rota, calendar, "", row.getBoolean("is_first"), now);
                }
            }
        }
        run(FROM_FILE, calendar, rota);
    }

    void step(Fields step) throws SQLException {
        if (step.maybe("person").isPresent() == step.maybe("rota").isPresent()) {
            throw new IllegalArgumentException(step.place() + " must name a person or a rota, and not both");
        }
        int entered = run(STEP, step.maybe("equipment").orElse(null), step.number("step", 1),
                step.maybe("person").orElse(null), step.maybe("rota").orElse(null),
                Channel.ofCode(step.text("channel", "mail")).code(), Hours.ofCode(step.text("hours", "always")).code(),
                step.text("category", "cold-chain"), step.number("waitSeconds", 0), step.text("site"));
        if (entered == 0) {
            throw new IllegalArgumentException(step.place() + ".site is not known: " + step.text("site"));
        }
    }

    private int run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
