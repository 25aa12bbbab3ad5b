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

    public boolean isSigned(String presented) {
        return MessageDigest.isEqual(csrf.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "session of " + person.name();
    }
}
