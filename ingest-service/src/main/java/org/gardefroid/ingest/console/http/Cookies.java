package org.gardefroid.ingest.console.http;

import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import org.gardefroid.ingest.console.view.Language;

/** The two cookies there are: a session's token, and a language. */
final class Cookies {

    static final String SESSION = "gardefroid";
    static final String LANGUAGE = "langue";

    private Cookies() {}

    static Cookie session(String token, boolean https) {
        return cookie(SESSION, token, https);
    }

    static Cookie noSession(boolean https) {
        return cookie(SESSION, "", https).maxAge(Duration.ZERO);
    }

    static Cookie language(Language language, boolean https) {
        return cookie(LANGUAGE, language.code(), https).maxAge(Duration.ofDays(365));
    }

    private static Cookie cookie(String name, String value, boolean https) {
        return Cookie.of(name, value).path("/").httpOnly(true).sameSite(SameSite.Lax).secure(https);
    }
}
