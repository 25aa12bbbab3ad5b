package org.gardefroid.ingest.console.account;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.store.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where nobody can sign in yet, makes the first account, and prints its password this once: only the hash is kept. */
@Singleton
final class FirstAccount {

    static final String NAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

    private final ConsoleDatabase database;
    private final InstantSource clock;
    private volatile Thread making = Thread.ofPlatform().unstarted(() -> {});

    FirstAccount(ConsoleDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Beside the start: a password's hash is made to take its time. */
    @EventListener
    void onStart(StartupEvent started) {
        making = Thread.ofPlatform().name("first-account").daemon().start(this::keepTrying);
    }

    @PreDestroy
    void stop() {
        making.interrupt();
    }

    /** A database that is away in just this second must not leave an installation that nobody can sign in to. */
    private void keepTrying() {
        try {
            while (!isMade()) {
                Thread.sleep(AGAIN_AFTER);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isMade() throws InterruptedException {
        try {
            makeWhereThereIsNone();
            return true;
        } catch (DatabaseFailure e) {
            if (Thread.interrupted()) { // the connections are closed because we are to stop
                throw new InterruptedException();
            }
            LOG.warn("first account not looked for because={}", e.getMessage());
            return false;
        }
    }

    private void makeWhereThereIsNone() {
        String password = Tokens.legiblePassword();
        boolean made = database.write(sql -> {
            // Two instances that start together must not print two passwords of which one is wrong.
            sql.list("SELECT true AS done FROM (SELECT pg_advisory_xact_lock(7202)) locked", row -> true);
            if (sql.first("SELECT id FROM person WHERE password_hash IS NOT NULL LIMIT 1", row -> true).isPresent()) {
                return false;
            }
            sql.change("INSERT INTO site (name, label_fr, label_en)"
                    + " SELECT 'site', 'Site', 'Site' WHERE NOT EXISTS (SELECT FROM site)");
            sql.change("INSERT INTO person (site, name, display_name, role, password_hash)"
                    + " SELECT min(id), ?, 'Administration', 'operator', ? FROM site"
                    + " ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash, disabled_at = NULL",
                    NAME, PasswordHash.make(password));
            Audit.add(sql, clock.instant(), "service", "first-account", NAME);
            return true;
        });
        if (made) {
            System.out.println("premier compte: " + NAME + " / " + password);
            System.out.flush();
        }
    }
}
