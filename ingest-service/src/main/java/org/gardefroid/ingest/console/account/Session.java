package org.gardefroid.ingest.console.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A person's stay, from login to logout.
 *
 * @param token what the browser's cookie holds; the database has only its hash
 * @param csrf what each form must bring back
 */
public record Session(String token, Person person, String csrf) {

    /** Of a program, which says with each request whom it acts for: no cookie holds its token, and no form brings it back. */
    public static Session ofOneRequest(Person person) {
        return new Session(Tokens.random(), person, Tokens.random());
    }

    public boolean isSigned(String presented) {
        return MessageDigest.isEqual(csrf.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "session of " + person.name();
    }
}
