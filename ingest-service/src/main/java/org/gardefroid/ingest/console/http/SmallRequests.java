package org.gardefroid.ingest.console.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;

/** Lets nobody who is not known make us read much: a certificate and a request are some kilobytes. */
@ServerFilter({"/enrol", "/enrol/**"})
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SmallRequests {

    static final int MOST_BYTES = 16 * 1_024;

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (request.getMethod() != HttpMethod.POST) {
            return;
        }
        long length = request.getContentLength();
        if (length < 0) {
            throw new HttpStatusException(HttpStatus.LENGTH_REQUIRED, "a length is needed");
        }
        if (length > MOST_BYTES) {
            throw new HttpStatusException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "at most " + MOST_BYTES + " bytes");
        }
    }
}
