package org.gardefroid.ingest.console.account;

import jakarta.inject.Singleton;

/**
 * A person's signature under one decision: being signed in is not enough, the password is typed again for it.
 *
 * <p>Two parts, one of them known to that person alone, as 21 CFR 11.200 and EU Annex 11 §14 ask of an electronic signature.
 */
@Singleton
public final class Signature {

    private final Accounts accounts;

    Signature(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whether this is that person's password; wrong ones count as wrong logins do. */
    public boolean isOf(Person person, String password, String address) {
        return accounts.enter(person.name(), password, address) instanceof Accounts.Entry.Welcome(Person same)
                && same.id() == person.id();
    }
}
