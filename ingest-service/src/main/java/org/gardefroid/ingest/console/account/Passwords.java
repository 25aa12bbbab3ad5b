package org.gardefroid.ingest.console.account;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.store.Sql;

/**
 * How passwords come and go. One that somebody else has made is good for choosing another, and for nothing else. A chosen one is
 * long; what it is made of is nobody's business (NIST SP 800-63B §5.1.1.2).
 */
@Singleton
public final class Passwords {

    /** What is wrong with a password that somebody wants. */
    public enum Choice {
        TAKEN, NOT_THE_OLD_ONE, TOO_SHORT, TOO_LONG, THE_SAME, CONTAINS_NAME
    }

    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    private final ConsoleDatabase database;
    private final Signature signature;
    private final InstantSource clock;

    Passwords(ConsoleDatabase database, Signature signature, InstantSource clock) {
        this.database = database;
        this.signature = signature;
        this.clock = clock;
    }

    /** Makes a password at random, which whoever gets it has to replace; every session by the old one ends. */
    public String forOneTime(Sql sql, String name, Person by, Instant now) {
        String password = Tokens.legiblePassword();
        set(sql, name, password, true);
        endSessions(sql, name, "", now);
        Audit.add(sql, now, by.name(), "password-made", name);
        return password;
    }

    /** A person's own choice, made with the old one; sessions elsewhere end. */
    public Choice choose(Session session, String old, String wanted, String address) {
        Person person = session.person();
        int length = wanted.codePointCount(0, wanted.length());
        if (length < SHORTEST) {
            return Choice.TOO_SHORT;
        } else if (length > LONGEST) {
            return Choice.TOO_LONG;
        } else if (wanted.equals(old)) {
            return Choice.THE_SAME;
        } else if (wanted.toLowerCase(Locale.ROOT).contains(person.name())) {
            return Choice.CONTAINS_NAME;
        } else if (!signature.isOf(person, old, address)) {
            return Choice.NOT_THE_OLD_ONE;
        }
        Instant now = clock.instant();
        database.change(sql -> {
            set(sql, person.name(), wanted, false);
            endSessions(sql, person.name(), session.token(), now);
            Audit.add(sql, now, person.name(), "password-chosen", person.name());
        });
        return Choice.TAKEN;
    }

    private static void set(Sql sql, String name, String password, boolean once) {
        sql.change("UPDATE person SET password_hash = ?, password_once = ?, failed_logins = 0 WHERE name = ?",
                PasswordHash.make(password), once, name);
    }

    private static void endSessions(Sql sql, String name, String but, Instant now) {
        sql.change("UPDATE session SET revoked_at = ? FROM person p WHERE p.id = session.person AND p.name = ?"
                + " AND revoked_at IS NULL AND token_hash <> ?", now, name, Tokens.hash(but));
    }
}
