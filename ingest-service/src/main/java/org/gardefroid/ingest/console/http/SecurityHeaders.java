package org.gardefroid.ingest.console.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** What every answer tells a browser: run nothing but our own files, show us in no frame, keep no page. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE) // around the check of access too, whose refusals are answers as well
final class SecurityHeaders {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
            + " manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Visits visits;

    SecurityHeaders(Visits visits) {
        this.visits = visits;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", POLICY);
        response.header("X-Content-Type-Options", "nosniff");
        response.header("X-Frame-Options", "DENY");
        response.header("Referrer-Policy", "same-origin");
        response.header("Cross-Origin-Opener-Policy", "same-origin");
        response.header("Cross-Origin-Resource-Policy", "same-origin");
        response.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (request.getPath().startsWith("/static/")) {
            // Their address changes with their content.
            response.getHeaders().set("Cache-Control", "public, max-age=31536000, immutable");
        } else {
            response.getHeaders().set("Cache-Control", "no-store");
        }
        if (visits.isHttps(request)) {
            response.header("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
