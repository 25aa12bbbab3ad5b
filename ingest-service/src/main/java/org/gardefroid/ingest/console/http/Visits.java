package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.gardefroid.ingest.console.ConsoleSettings;
import org.gardefroid.ingest.console.account.Session;
import org.gardefroid.ingest.console.view.Language;
import org.gardefroid.ingest.console.view.Words;

/** Reads a {@link Visit} from a request. */
@Singleton
final class Visits {

    private final ConsoleSettings settings;
    private final InstantSource clock;

    Visits(ConsoleSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Visit of(HttpRequest<?> request) {
        Optional<Session> session = request.getAttribute(SessionFetcher.ATTRIBUTE, Session.class);
        Language language = request.getCookies()
                .findCookie(Cookies.LANGUAGE)
                .map(Cookie::getValue)
                .flatMap(Language::ofCode)
                .or(() -> session.map(known -> known.person().language()))
                .orElse(Language.FRENCH);
        return new Visit(session, words(language), request.getRemoteAddress().getAddress().getHostAddress(),
                request.getUri().getRawPath(), isHttps(request));
    }

    /** Words for now: a live stream needs new ones as time passes. */
    Words words(Language language) {
        return new Words(language, settings.zone(), clock.instant());
    }

    boolean isHttps(HttpRequest<?> request) {
        return settings.https() || request.isSecure();
    }
}
