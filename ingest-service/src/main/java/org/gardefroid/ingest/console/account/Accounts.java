package org.gardefroid.ingest.console.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.gardefroid.ingest.console.store.ConsoleDatabase;

/** Lets people in by name and password. */
@Singleton
public final class Accounts {

    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_PASSWORD = 200;

    /** What became of a try. */
    public sealed interface Entry {

        record Welcome(Person person) implements Entry {}

        /** Which of the two was wrong is not said. */
        record WrongNameOrPassword() implements Entry {}

        record Wait(Duration left) implements Entry {}
    }

    private record Known(Person person, String hash) {}

    private final ConsoleDatabase database;
    private final InstantSource clock;
    private final LoginThrottle throttle = new LoginThrottle();

    Accounts(ConsoleDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public Entry enter(String name, String password, String address) {
        if (name.length() > LONGEST_NAME || password.length() > LONGEST_PASSWORD) {
            return new Entry.WrongNameOrPassword();
        }
        Instant now = clock.instant();
        Duration wait = throttle.waitFor(name, address, now);
        if (wait.isPositive()) {
            return new Entry.Wait(wait);
        }
        Optional<Known> known = find(name);
        boolean matches = PasswordHash.matches(password, known.map(Known::hash).orElse(PasswordHash.OF_NOBODY));
        if (known.isPresent() && matches) {
            throttle.succeeded(name, address);
            return new Entry.Welcome(known.get().person());
        }
        throttle.failed(name, address, now);
        database.change(sql -> {
            sql.change("UPDATE person SET failed_logins = failed_logins + 1 WHERE name = ?", name);
            Audit.add(sql, now, name, "refused", "address " + address);
        });
        return new Entry.WrongNameOrPassword();
    }

    private Optional<Known> find(String name) {
        return database.read(sql -> sql.first("SELECT " + Person.COLUMNS + ", p.password_hash FROM person p"
                + " WHERE p.name = ? AND p.password_hash IS NOT NULL AND p.disabled_at IS NULL",
                row -> new Known(Person.read(row), row.text("password_hash")), name));
    }
}
