package org.gardefroid.ingest.console.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Set;
import org.gardefroid.ingest.console.account.Session;
import org.jspecify.annotations.Nullable;

/** Whoever came in by a password that another person has seen chooses one of their own before anything else. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ChooseFirst implements Ordered {

    private static final Set<String> MEANWHILE = Set.of(AccountController.PATH, AccountController.PATH + "/password",
            "/logout",
            "/language");

    @RequestFilter
    @Nullable
    MutableHttpResponse<?> check(HttpRequest<?> request) {
        boolean isFree = request.getAttribute(SessionFetcher.ATTRIBUTE, Session.class)
                .filter(session -> session.person().hasToChoose()).isEmpty()
                || MEANWHILE.contains(request.getPath()) || request.getPath().startsWith("/static/");
        if (isFree) {
            return null;
        }
        return NamedPerson.isForPrograms(request) || request.getPath().startsWith("/live/")
                ? HttpResponse.status(HttpStatus.FORBIDDEN)
                : Pages.to(AccountController.PATH);
    }

    /** After it is known who asks. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
