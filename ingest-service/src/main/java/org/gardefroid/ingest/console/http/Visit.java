package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.Optional;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.console.account.Session;
import org.gardefroid.ingest.console.view.Words;

/** One request: who asks, from where, and in which words the answer is given. */
record Visit(Optional<Session> session, Words words, String address, String path, boolean https) {

    /** The session of whoever is signed in; the rules of access let nobody else come here. */
    Session signedIn() {
        return session.orElseThrow(() -> new HttpStatusException(HttpStatus.UNAUTHORIZED, "not signed in"));
    }

    Person person() {
        return signedIn().person();
    }

    boolean maySee(int site) {
        return person().role().seesEverySite() || person().site() == site;
    }

    /** The form, if this session's own page sent it: a page of somebody else does not know its token. */
    Form signed(Form form) {
        if (!signedIn().isSigned(form.text("csrf"))) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "csrf");
        }
        return form;
    }
}
