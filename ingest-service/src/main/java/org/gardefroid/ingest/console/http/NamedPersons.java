package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gardefroid.ingest.console.account.Accounts;
import org.gardefroid.ingest.console.account.Person;

/**
 * Lets a program act for a person who gave it name and password, with each request (RFC 7617). There is no cookie, and so
 * nothing that another site's page could make use of; guessing is slowed as it is at the login.
 */
@Singleton
final class NamedPersons {

    private static final String BASIC = "basic ";

    private final Accounts accounts;
    private final Visits visits;

    NamedPersons(Accounts accounts, Visits visits) {
        this.accounts = accounts;
        this.visits = visits;
    }

    /** Does the work for the person who is named, or says why not. */
    MutableHttpResponse<?> as(HttpRequest<?> request, Function<Person, MutableHttpResponse<?>> work) {
        Optional<String[]> named = named(request);
        if (named.isEmpty()) {
            return refused(HttpStatus.UNAUTHORIZED, "name-and-password");
        }
        return switch (accounts.enter(named.get()[0], named.get()[1], visits.of(request).address())) {
            case Accounts.Entry.Welcome(Person person) -> work.apply(person);
            case Accounts.Entry.WrongNameOrPassword() -> refused(HttpStatus.UNAUTHORIZED, "name-and-password");
            case Accounts.Entry.Wait(var left) -> refused(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries")
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(left.toSeconds() + 1));
        };
    }

    /** A refusal that a program reads: what is wrong, as a word. */
    static MutableHttpResponse<?> refused(HttpStatus status, String error) {
        return HttpResponse.status(status).body(Map.of("error", error));
    }

    private static Optional<String[]> named(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            String both = new String(Base64.getDecoder().decode(header.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new String[]{both.substring(0, colon), both.substring(colon + 1)});
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
