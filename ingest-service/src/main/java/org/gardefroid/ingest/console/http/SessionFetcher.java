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
import org.gardefroid.ingest.console.account.Accounts;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.console.account.Session;
import org.gardefroid.ingest.console.account.Sessions;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Says who asks: by the cookie of their session, or under {@code /api/} by the name and password that a program sends. A
 * wrong password is slowed there as it is at the login.
 */
@Singleton
final class SessionFetcher implements AuthenticationFetcher<HttpRequest<?>> {

    static final String ATTRIBUTE = "gardefroid.session";

    /** Why a name and password were not enough. */
    static final String REFUSAL = "gardefroid.refusal";

    private final Sessions sessions;
    private final Accounts accounts;
    private final Scheduler blocking;

    SessionFetcher(Sessions sessions, Accounts accounts, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        Optional<NamedPerson> named = NamedPerson.of(request);
        if (named.isPresent()) {
            return Mono.fromCallable(() -> enter(request, named.get())).subscribeOn(blocking)
                    .flatMap(Mono::justOrEmpty).map(session -> remember(request, session));
        }
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

    /** For this one request: nothing is kept of it. */
    private Optional<Session> enter(HttpRequest<?> request, NamedPerson named) {
        Accounts.Entry entry = accounts.enter(named.name(), named.password(),
                request.getRemoteAddress().getAddress().getHostAddress());
        if (entry instanceof Accounts.Entry.Welcome(Person person)) {
            return Optional.of(Session.ofOneRequest(person));
        }
        request.setAttribute(REFUSAL, entry);
        return Optional.empty();
    }

    private static Authentication remember(HttpRequest<?> request, Session session) {
        request.setAttribute(ATTRIBUTE, session);
        return Authentication.build(session.person().name(), List.of(session.person().role().code()));
    }
}
