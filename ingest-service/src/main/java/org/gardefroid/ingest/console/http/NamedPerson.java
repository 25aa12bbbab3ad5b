package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The name and password that a program sends with each request, for the person it acts for (RFC 7617). There is no cookie,
 * and so nothing that another site's page could make use of.
 */
record NamedPerson(String name, String password) {

    private static final String BASIC = "basic ";

    /** Under {@code /api/} alone: pages are for browsers, and a browser has its session. */
    static Optional<NamedPerson> of(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (header == null || !isForPrograms(request) || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            String both = new String(Base64.getDecoder().decode(header.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new NamedPerson(both.substring(0, colon), both.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static boolean isForPrograms(HttpRequest<?> request) {
        return request.getPath().startsWith("/api/");
    }

    @Override
    public String toString() {
        return name;
    }
}
