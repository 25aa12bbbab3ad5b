package org.gardefroid.ingest.console.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gardefroid.ingest.console.account.Accounts;

/** Sends a person who asks for a page to the login first; a program, or a live page, gets a plain refusal. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class NotSignedIn implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    @Override
    public MutableHttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request,
            AuthorizationException exception) {
        if (exception.isForbidden()) {
            return HttpResponse.status(HttpStatus.FORBIDDEN);
        }
        String path = request.getUri().getRawPath();
        if (NamedPerson.isForPrograms(request)) {
            Optional<?> refusal = request.getAttribute(SessionFetcher.REFUSAL);
            return refusal.orElse(null) instanceof Accounts.Entry.Wait(var left)
                    ? HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER,
                            String.valueOf(left.toSeconds() + 1))
                    : HttpResponse.unauthorized();
        }
        if (path.startsWith("/live/")) {
            return HttpResponse.unauthorized();
        }
        boolean comesBack = request.getMethod() == HttpMethod.GET && !path.equals("/");
        return Pages.to(comesBack ? "/login?back=" + URLEncoder.encode(path, StandardCharsets.UTF_8) : "/login");
    }
}
