package org.gardefroid.ingest.console.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses what another site's page would have done here; it covers the login too, where there is no token yet. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SameOrigin {

    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (HARMLESS.contains(request.getMethod())) {
            return;
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        boolean ours = site == null ? isOurs(request.getHeaders().get("Origin"), request) : OURS.contains(site);
        if (!ours) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "another site's page");
        }
    }

    /** A program that is no browser sends neither; it has no cookie that could be misused. */
    private static boolean isOurs(@Nullable String origin, HttpRequest<?> request) {
        if (origin == null) {
            return true;
        }
        String host = request.getHeaders().get("Host");
        try {
            return host != null && host.equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
