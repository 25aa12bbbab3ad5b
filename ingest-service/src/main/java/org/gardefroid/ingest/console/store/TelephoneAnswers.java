package org.gardefroid.ingest.console.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.store.Sql;

/**
 * Answers by telephone. A short message needs a number that is a person's and the four digits of an alarm that this person was
 * told of; a key pressed needs the call that was made to that number.
 */
@Singleton
public final class TelephoneAnswers {

    /** An hour or a date may stand beside the code; a list of guesses is none. */
    private static final int MOST_CODES = 2;

    /** What became of an answer. */
    public enum Outcome {
        TAKEN, ALREADY_TAKEN, NO_SUCH_CODE, DECLINED, UNCLEAR
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
        ShortAnswer answer = ShortAnswer.of(text);
        Outcome outcome = switch (answer.meaning()) {
            case NO -> Outcome.DECLINED;
            case UNCLEAR -> Outcome.UNCLEAR;
            case YES -> Outcome.NO_SUCH_CODE;
        };
        if (outcome != Outcome.NO_SUCH_CODE || !person.role().mayAnswerAlarms()) {
            return new Answer(outcome, 0);
        }
        return answer.codes().stream().limit(MOST_CODES).flatMap(code -> alarm(sql, code, person).stream()).findFirst()
                .map(id -> take(sql, id, person, "SMS", now)).orElse(new Answer(outcome, 0));
    }

    private static Optional<Long> alarm(Sql sql, int code, Person person) {
        return sql.first("SELECT a.id FROM alarm a WHERE a.code = ? AND a.withdrawn_at IS NULL"
                + " AND a.closed_at IS NULL AND EXISTS (SELECT FROM notification n WHERE n.alarm = a.id"
                + " AND n.recipient = ?) ORDER BY a.acknowledged_at IS NULL DESC, a.id DESC", row -> row.big("id"),
                code, person.id());
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
