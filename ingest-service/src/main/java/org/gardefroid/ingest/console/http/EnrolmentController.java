package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gardefroid.ingest.console.account.LoginThrottle;
import org.gardefroid.ingest.enrolment.Granted;
import org.gardefroid.ingest.enrolment.Renewals;
import org.gardefroid.ingest.enrolment.Requests;
import org.gardefroid.ingest.enrolment.RevocationLists;

/**
 * What devices ask before they have a certificate, or for their next one. Open to the internet: small requests alone
 * ({@link SmallRequests}), the same answer to every code that does not count, and longer and longer waits for who guesses.
 */
@Controller("/enrol")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EnrolmentController {

    private static final String WHO = "enrolment";

    private final Requests requests;
    private final Renewals renewals;
    private final RevocationLists lists;
    private final Visits visits;
    private final InstantSource clock;
    private final LoginThrottle throttle = new LoginThrottle();

    EnrolmentController(Requests requests, Renewals renewals, RevocationLists lists, Visits visits,
            InstantSource clock) {
        this.requests = requests;
        this.renewals = renewals;
        this.lists = lists;
        this.visits = visits;
        this.clock = clock;
    }

    @Post
    HttpResponse<?> ask(HttpRequest<?> request, @Body Map<String, Object> body) {
        Form form = new Form(body);
        return guarded(request, () -> requests.ask(form.text("code"), form.text("request"))
                .map(ticket -> HttpResponse.accepted().body(Map.of("ticket", ticket.ticket(), "device", ticket.device(),
                        "fingerprint", ticket.fingerprint()))),
                "code");
    }

    @Post("/ticket")
    HttpResponse<?> answer(HttpRequest<?> request, @Body Map<String, Object> body) {
        return guarded(request, () -> requests.answer(new Form(body).text("ticket"))
                .map(answer -> switch (answer) {
                    case Requests.Answer.Waiting _ -> HttpResponse.ok(Map.of("state", "waiting"));
                    case Requests.Answer.Refused _ -> HttpResponse.ok(Map.of("state", "refused"));
                    case Requests.Answer.Let(Granted granted) -> HttpResponse.ok(granted);
                }), "ticket");
    }

    @Post("/renewal")
    HttpResponse<?> renew(HttpRequest<?> request, @Body Map<String, Object> body) {
        Form form = new Form(body);
        return guarded(request, () -> renewals
                .renew(form.text("certificate"), form.text("request"), form.text("signature")).map(HttpResponse::ok),
                "certificate");
    }

    /** For brokers of other machines, which fetch it: whoever has a certificate may know that it counts no more. */
    @Get("/revoked")
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<String> revoked() {
        return lists.list().<HttpResponse<String>>map(HttpResponse::ok).orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> guarded(HttpRequest<?> request, Supplier<Optional<? extends HttpResponse<?>>> work,
            String wrong) {
        if (!requests.isPossible()) {
            return refused(HttpStatus.NOT_FOUND, "not set up");
        }
        String address = visits.of(request).address();
        Instant now = clock.instant();
        Duration wait = throttle.waitFor(WHO, address, now);
        if (wait.isPositive()) {
            return HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header("Retry-After", String.valueOf(wait.toSeconds() + 1)).body(Map.of("error", "wait"));
        }
        try {
            Optional<? extends HttpResponse<?>> answer = work.get();
            if (answer.isEmpty()) {
                throttle.failed(WHO, address, now);
                return refused(HttpStatus.FORBIDDEN, wrong);
            }
            return answer.get();
        } catch (IllegalArgumentException e) {
            return refused(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static HttpResponse<?> refused(HttpStatus status, String error) {
        return HttpResponse.status(status).body(Map.of("error", error));
    }
}
