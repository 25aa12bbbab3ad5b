package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.gardefroid.ingest.console.account.Session;
import org.gardefroid.ingest.console.account.Sessions;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Says who asks, by the cookie of their session. */
@Singleton
final class SessionFetcher implements AuthenticationFetcher<HttpRequest<?>> {

    static final String ATTRIBUTE = "gardefroid.session";

    private final Sessions sessions;
    private final Scheduler blocking;

    SessionFetcher(Sessions sessions, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.sessions = sessions;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        Optional<String> token = request.getCookies().findCookie(Cookies.SESSION).map(cookie -> cookie.getValue());
        String path = request.getPath();
        if (token.isEmpty() || path.startsWith("/static/") || path.startsWith("/health")
                || path.equals("/prometheus")) {
            return Mono.empty();
        }
        // What a live page asks by itself does not keep a session awake.
        boolean byItself = path.startsWith("/live/");
        return Mono.fromCallable(() -> byItself ? sessions.find(token.get()) : sessions.visit(token.get()))
                .subscribeOn(blocking)
                .flatMap(Mono::justOrEmpty)
                .map(session -> remember(request, session));
    }

    private static Authentication remember(HttpRequest<?> request, Session session) {
        request.setAttribute(ATTRIBUTE, session);
        return Authentication.build(session.person().name(), List.of(session.person().role().code()));
    }
}
