package org.gardefroid.ingest.console.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.gardefroid.ingest.console.ConsoleSettings;
import org.gardefroid.ingest.console.store.ConsoleDatabase;

/**
 * Who is in. It is asked of the database each time, so that a session ended anywhere is ended everywhere, the live stream
 * included.
 */
@Singleton
public final class Sessions {

    /** The last visit is written down this seldom, so that looking at pages does not write for each of them. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(1);

    private final ConsoleDatabase database;
    private final ConsoleSettings settings;
    private final InstantSource clock;

    Sessions(ConsoleDatabase database, ConsoleSettings settings, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new session with a new token, whatever cookie the browser had before. */
    public Session open(Person person, String address) {
        Session session = new Session(Tokens.random(), person, Tokens.random());
        Instant now = clock.instant();
        database.change(sql -> {
            sql.change("DELETE FROM session WHERE expires_at < ?", now.minus(KEPT));
            sql.change("INSERT INTO session (token_hash, person, csrf, created_at, last_seen_at, expires_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?)", Tokens.hash(session.token()), person.id(), session.csrf(), now, now,
                    now.plus(settings.longestSession()));
            sql.change("UPDATE person SET failed_logins = 0 WHERE id = ?", person.id());
            Audit.add(sql, now, person.name(), "signed-in", "address " + address);
        });
        return session;
    }

    /** The session of a person who did something just now. */
    public Optional<Session> visit(String token) {
        Optional<Session> session = find(token);
        Instant now = clock.instant();
        session.ifPresent(known -> database.change(sql -> sql.change(
                "UPDATE session SET last_seen_at = ? WHERE token_hash = ? AND last_seen_at < ?", now,
                Tokens.hash(token), now.minus(NOTED_EVERY))));
        return session;
    }

    /** The session, without counting this as something the person did: a live page asks by itself. */
    public Optional<Session> find(String token) {
        Instant now = clock.instant();
        return database.read(sql -> sql.first("SELECT s.csrf, " + Person.COLUMNS
                + " FROM session s JOIN person p ON p.id = s.person"
                + " WHERE s.token_hash = ? AND s.revoked_at IS NULL AND s.expires_at > ? AND s.last_seen_at > ?"
                + " AND p.disabled_at IS NULL",
                row -> new Session(token, Person.read(row), row.text("csrf")), Tokens.hash(token), now,
                now.minus(settings.idleSession())));
    }

    public void close(Session session) {
        Instant now = clock.instant();
        database.change(sql -> {
            sql.change("UPDATE session SET revoked_at = ? WHERE token_hash = ? AND revoked_at IS NULL", now,
                    Tokens.hash(session.token()));
            Audit.add(sql, now, session.person().name(), "signed-out", "");
        });
    }
}
