package org.gardefroid.ingest.console.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.store.Sql;

/**
 * Answers by telephone. A short message needs a number that is a person's and the four digits of an alarm that this person was
 * told of; a key pressed needs the call that was made to that number.
 */
@Singleton
public final class TelephoneAnswers {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");

    /** Whoever says no has not taken it in hand, whatever code stands beside it. */
    private static final Pattern NO = Pattern.compile(
            "(?iU)\\b(non|no|nope|not|pas|ne|n['’]|jamais|refuse|impossible|can['’]?t|cannot|won['’]?t|indisponible|unavailable|stop)\\b");

    /** What became of an answer. */
    public enum Outcome {
        TAKEN, ALREADY_TAKEN, NO_SUCH_CODE, DECLINED
    }

    /** @param alarm 0 where none was meant */
    public record Answer(Outcome outcome, long alarm) {}

    private final AlarmWriter writer;

    TelephoneAnswers(AlarmWriter writer) {
        this.writer = writer;
    }

    public Optional<Person> personOf(Sql sql, String number) {
        return sql.first("SELECT " + Person.COLUMNS + " FROM person p WHERE p.phone = ? AND p.disabled_at IS NULL",
                Person::read, number);
    }

    public Answer byMessage(Sql sql, Person person, String text, Instant now) {
        if (NO.matcher(text).find()) {
            return new Answer(Outcome.DECLINED, 0);
        }
        Matcher code = CODE.matcher(text);
        if (!code.find() || !person.role().mayAnswerAlarms()) {
            return new Answer(Outcome.NO_SUCH_CODE, 0);
        }
        Optional<Long> alarm = sql.first("SELECT a.id FROM alarm a WHERE a.code = ? AND a.withdrawn_at IS NULL"
                + " AND a.closed_at IS NULL AND EXISTS (SELECT FROM notification n WHERE n.alarm = a.id"
                + " AND n.recipient = ?) ORDER BY a.acknowledged_at IS NULL DESC, a.id DESC", row -> row.big("id"),
                Integer.parseInt(code.group()), person.id());
        return alarm.map(id -> take(sql, id, person, "SMS", now)).orElse(new Answer(Outcome.NO_SUCH_CODE, 0));
    }

    /** The person who was called under this key, if it was at that number. */
    public Optional<Person> called(Sql sql, String key, String number) {
        return sql.first("SELECT " + Person.COLUMNS + " FROM notification n JOIN person p ON p.id = n.recipient"
                + " WHERE n.key = ? AND n.channel = 'voice' AND n.address = ? AND p.disabled_at IS NULL", Person::read,
                key, number);
    }

    public Answer byKey(Sql sql, Person person, String key, Instant now) {
        return sql.first("SELECT alarm FROM notification WHERE key = ?", row -> row.big("alarm"), key)
                .map(alarm -> take(sql, alarm, person, "☎", now)).orElse(new Answer(Outcome.NO_SUCH_CODE, 0));
    }

    private Answer take(Sql sql, long alarm, Person person, String by, Instant now) {
        return new Answer(
                writer.acknowledge(sql, alarm, person, by, now) ? Outcome.TAKEN : Outcome.ALREADY_TAKEN, alarm);
    }
}
