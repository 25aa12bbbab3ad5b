package org.gardefroid.ingest.console.store;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.store.Sql;

/**
 * What people do with alarms. The row decides: of two who acknowledge at the same time one does, and the other is told.
 * Whether the alarm goes on is the judging's to say, and never changed here.
 */
@Singleton
public final class AlarmWriter {

    private static final String ACKNOWLEDGE = """
            UPDATE alarm SET acknowledged_at = ?, acknowledged_by = ?
            WHERE id = ? AND acknowledged_at IS NULL AND withdrawn_at IS NULL AND closed_at IS NULL""";

    private static final String CLOSE = """
            UPDATE alarm SET closed_at = ?, closed_by = ?, cause = ?, action = ?
            WHERE id = ? AND cleared_at IS NOT NULL AND acknowledged_at IS NOT NULL AND withdrawn_at IS NULL
                AND closed_at IS NULL""";

    private static final String SNOOZE = """
            INSERT INTO alarm_snooze (alarm, at, until, person, reason)
            SELECT id, ?, ?, ?, ? FROM alarm WHERE id = ? AND acknowledged_at IS NULL AND withdrawn_at IS NULL
                AND closed_at IS NULL""";
    /** What can never end by itself, such as a probe that was lost: a person says so, and that ends and closes it. */
    private static final String GIVE_UP = """
            UPDATE alarm SET cleared_at = coalesce(cleared_at, ?), acknowledged_at = coalesce(acknowledged_at, ?),
                acknowledged_by = coalesce(acknowledged_by, ?), closed_at = ?, closed_by = ?, cause = ?, action = ?
            WHERE id = ? AND withdrawn_at IS NULL AND closed_at IS NULL AND (document ->> 'cause' NOT LIKE 'too-%'
                OR NOT EXISTS (SELECT FROM probe_placement l JOIN reading r ON r.probe = l.probe
                    WHERE l.equipment = alarm.equipment AND l.during @> ?::timestamptz AND upper_inf(l.known)
                        AND r.measured_at > ?::timestamptz - interval '1 hour' AND r.milli_celsius IS NOT NULL))""";

    /**
     * Closes what will never be over because its probe is lost. Whether it was still open, and no probe of a temperature's
     * equipment has read anything for an hour: what is still measured ends by itself, or goes on.
     */
    public boolean closeAsLost(Sql sql, long alarm, Person person, String cause, String action, Instant at) {
        if (sql.change(GIVE_UP, at, at, person.id(), at, person.id(), cause, action, alarm, at, at) == 0) {
            return false;
        }
        note(sql, alarm, person, "probe-lost", cause + "\n" + action, at);
        return true;
    }

    /** Whether this was the one. */
    public boolean acknowledge(Sql sql, long alarm, Person person, String comment, Instant at) {
        if (sql.change(ACKNOWLEDGE, at, person.id(), alarm) == 0) {
            return false;
        }
        note(sql, alarm, person, "acknowledged", comment, at);
        return true;
    }

    public void comment(Sql sql, long alarm, Person person, String comment, Instant at) {
        note(sql, alarm, person, "commented", comment, at);
    }

    /** Whether it could be: it must be over and answered, and not be closed already. */
    public boolean close(Sql sql, long alarm, Person person, String cause, String action, Instant at) {
        if (sql.change(CLOSE, at, person.id(), cause, action, alarm) == 0) {
            return false;
        }
        note(sql, alarm, person, "closed", cause + "\n" + action, at);
        return true;
    }

    /** Quiet for a while; whether it could be: nobody has answered it yet, and it still may be. */
    public boolean snooze(Sql sql, long alarm, Person person, Duration how, String reason, Instant at) {
        if (sql.change(SNOOZE, at, at.plus(how), person.id(), reason, alarm) == 0) {
            return false;
        }
        note(sql, alarm, person, "snoozed", reason, at);
        return true;
    }

    private static void note(Sql sql, long alarm, Person person, String what, String comment, Instant at) {
        sql.change("INSERT INTO alarm_history (alarm, at, what, person, comment) VALUES (?, ?, ?, ?, ?)", alarm, at,
                what,
                person.id(), comment.isEmpty() ? null : comment);
        Audit.add(sql, at, person.name(), "alarm-" + what, "alarm " + alarm);
    }
}
