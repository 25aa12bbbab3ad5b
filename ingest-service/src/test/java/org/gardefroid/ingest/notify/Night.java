package org.gardefroid.ingest.notify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.gardefroid.alerting.Cause;
import org.gardefroid.alerting.cascade.Channel;
import org.gardefroid.ingest.judge.TestDatabase;
import org.gardefroid.ingest.judge.Ward;
import org.gardefroid.ingest.store.Transactions;

/** A ward at night: Camille is told first, a minute later Sam, and Sam again every ten minutes. */
final class Night {

    static final Instant BEGIN = Instant.parse("2026-11-22T23:41:00Z");

    final TestDatabase database = TestDatabase.create();

    Night() {
        new Ward(database);
        database.run("DELETE FROM cascade_step");
        step(1, 0, "camille", "mail");
        step(2, 60, "sam", "mail");
    }

    static Instant minute(int minute) {
        return BEGIN.plusSeconds(60L * minute);
    }

    void step(int step, int waitSeconds, String person, String channel) {
        database.run("INSERT INTO cascade_step (site, step, wait_seconds, person, channel)"
                + " SELECT 1, ?, ?, id, ? FROM person WHERE name = ?", step, waitSeconds, channel, person);
    }

    void rota(String name, String person, int fromMinute, int untilMinute) {
        database.run("INSERT INTO rota (site, name) VALUES (1, ?) ON CONFLICT DO NOTHING", name);
        if (!person.isEmpty()) {
            database.run("INSERT INTO rota_duty (rota, person, kind, starts_at, ends_at, event) SELECT r.id, p.id,"
                    + " 'regular', ?::timestamptz, ?::timestamptz, 'test' FROM rota r, person p WHERE r.name = ? AND p.name = ?",
                    minute(fromMinute).toString(), minute(untilMinute).toString(), name, person);
        }
    }

    void call(int step, int waitSeconds, String rota, String hours) {
        database.run("INSERT INTO cascade_step (site, step, wait_seconds, rota, hours)"
                + " SELECT 1, ?, ?, id, ? FROM rota WHERE name = ?", step, waitSeconds, hours, rota);
    }

    /** What judging does, in one transaction; once it is done it does nothing more. */
    void raise(Transactions transactions, Cause cause, Instant now) throws SQLException {
        transactions.in(connection -> {
            try (var select = connection.prepareStatement("SELECT 1 FROM alarm"); var row = select.executeQuery()) {
                if (row.next()) {
                    return true;
                }
            }
            return insert(connection, cause, 1, now, now);
        });
    }

    void raiseAnother(Cause cause, int equipment, Instant now) throws SQLException {
        raiseAnother(cause, equipment, now, now);
    }

    void raiseAnother(Cause cause, int equipment, Instant since, Instant now) throws SQLException {
        database.transactions().in(connection -> insert(connection, cause, equipment, since, now));
    }

    private static boolean insert(Connection connection, Cause cause, int equipment, Instant since, Instant now)
            throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO alarm (site, equipment, subject, rule, category,"
                + " severity, since, raised_at, document) VALUES (1, ?, 'box-1', 'cool-box-2-8.high', ?,"
                + " 'critical', ?::timestamptz, ?::timestamptz, ?::jsonb) RETURNING id")) {
            insert.setInt(1, equipment);
            insert.setString(2, cause.isTechnical() ? "technical" : "cold-chain");
            insert.setString(3, since.toString());
            insert.setString(4, now.toString());
            insert.setString(5, "{\"cause\":\"" + cause.code() + "\"}");
            try (var row = insert.executeQuery()) {
                row.next();
                notifications().tellFirstStep(connection, row.getLong(1), 1, 1, Notices.of(NoticeKind.RAISED, cause),
                        now);
            }
        }
        return true;
    }

    void raise(Cause cause) throws SQLException {
        raise(database.transactions(), cause, BEGIN);
    }

    static Notifications notifications() {
        return new Notifications(channel -> channel == Channel.MAIL);
    }

    /** What the service's loop does at each of these minutes. */
    void pass(int... minutes) throws SQLException {
        pass(database.transactions(), minutes);
    }

    void pass(Transactions transactions, int... minutes) throws SQLException {
        for (int minute : minutes) {
            new CascadeRounds(transactions, channel -> channel == Channel.MAIL).round(minute(minute));
        }
    }

    /** "23:42 sam escalated", in order. */
    List<String> told() {
        return database.rows("SELECT to_char(n.made_at, 'HH24:MI'), p.name, n.kind FROM notification n"
                + " JOIN person p ON p.id = n.recipient ORDER BY n.made_at, n.id");
    }
}
