package org.gardefroid.ingest.console.people;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.account.Passwords;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.store.Sql;

/** The people of the installation. Nobody is ever deleted: what they did stays theirs. */
@Singleton
public final class People {

    private final ConsoleDatabase database;
    private final Passwords passwords;
    private final InstantSource clock;

    People(ConsoleDatabase database, Passwords passwords, InstantSource clock) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
    }

    public List<Listed> all() {
        return database.read(sql -> sql.list(Listed.SELECT + " ORDER BY p.disabled_at IS NOT NULL, s.name, p.name",
                Listed::read));
    }

    public Optional<Listed> find(String name) {
        return database.read(sql -> sql.first(Listed.SELECT + " WHERE p.name = ?", Listed::read, name));
    }

    /**
     * Enters a person with a password for one time.
     *
     * @return the password, which is nowhere else
     * @throws PersonRefused if the name or the phone number is another person's
     */
    public String enter(Entry entry, Person by) {
        Instant now = clock.instant();
        return database.write(sql -> {
            refusePhoneOfAnother(sql, entry);
            if (sql.first("SELECT id FROM person WHERE name = ?", row -> true, entry.name()).isPresent()) {
                throw new PersonRefused("name.taken", entry.name());
            }
            refuseUnknownSite(sql, entry);
            sql.change("INSERT INTO person (site, name, display_name, role, language, email, phone)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)", entry.site(), entry.name(), entry.displayName(),
                    entry.role().code(), entry.language().code(), entry.reachedByMail().orElse(null),
                    entry.reachedByPhone().orElse(null));
            Audit.add(sql, now, by.name(), "person-entered", entry.name() + " as " + entry.role().code());
            return passwords.forOneTime(sql, entry.name(), by, now);
        });
    }

    /** Writes everything but the name anew. Who changes their own role might shut everybody out, and so cannot. */
    public void change(Entry entry, Person by) {
        Instant now = clock.instant();
        database.change(sql -> {
            if (entry.name().equals(by.name()) && entry.role() != by.role()) {
                throw new PersonRefused("own-role", entry.role().code());
            }
            refusePhoneOfAnother(sql, entry);
            refuseUnknownSite(sql, entry);
            sql.change("UPDATE person SET site = ?, display_name = ?, role = ?, language = ?, email = ?, phone = ?"
                    + " WHERE name = ?", entry.site(), entry.displayName(), entry.role().code(),
                    entry.language().code(), entry.reachedByMail().orElse(null), entry.reachedByPhone().orElse(null),
                    entry.name());
            Audit.add(sql, now, by.name(), "person-changed", entry.name() + " is " + entry.role().code());
        });
    }

    /** @return a new password for one time; whoever is in by the old one is out */
    public String newPassword(String name, Person by) {
        Instant now = clock.instant();
        return database.write(sql -> passwords.forOneTime(sql, name, by, now));
    }

    /** Lets nobody in by this name any more, from now on, or lets them in again. */
    public void disable(String name, boolean disabled, Person by) {
        if (name.equals(by.name())) {
            throw new PersonRefused("own-account", name);
        }
        Instant now = clock.instant();
        database.change(sql -> {
            sql.change("UPDATE person SET disabled_at = " + (disabled ? "coalesce(disabled_at, ?)" : "NULLIF(?, ?)")
                    + " WHERE name = ?", disabled ? new Object[]{now, name} : new Object[]{now, now, name});
            Audit.add(sql, now, by.name(), disabled ? "person-disabled" : "person-enabled", name);
        });
    }

    private static void refusePhoneOfAnother(Sql sql, Entry entry) {
        sql.first("SELECT name FROM person WHERE phone = ? AND disabled_at IS NULL AND name <> ?",
                row -> row.text("name"), entry.phone(), entry.name()).ifPresent(other -> {
                    throw new PersonRefused("phone.taken", entry.phone() + " (" + other + ")");
                });
    }

    private static void refuseUnknownSite(Sql sql, Entry entry) {
        if (sql.first("SELECT id FROM site WHERE id = ?", row -> true, entry.site()).isEmpty()) {
            throw new PersonRefused("site", String.valueOf(entry.site()));
        }
    }
}
