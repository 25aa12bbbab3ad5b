package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.Map;
import org.gardefroid.ingest.console.view.Words;
import org.gardefroid.ingest.store.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, in a person's words; what the program knows besides goes to the log alone. */
@Controller
final class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Pages pages;
    private final Visits visits;

    ErrorPages(Pages pages, Visits visits) {
        this.pages = pages;
        this.visits = visits;
    }

    @Error(global = true, status = HttpStatus.NOT_FOUND)
    HttpResponse<String> notFound(HttpRequest<?> request) {
        return page(request, HttpStatus.NOT_FOUND, "not-found");
    }

    @Error(global = true)
    HttpResponse<String> refused(HttpRequest<?> request, HttpStatusException refusal) {
        return switch (refusal.getStatus()) {
            case NOT_FOUND -> page(request, HttpStatus.NOT_FOUND, "not-found");
            case FORBIDDEN -> page(request, HttpStatus.FORBIDDEN, "forbidden");
            default -> page(request, refusal.getStatus(), "other");
        };
    }

    @Error(global = true)
    HttpResponse<String> databaseFailed(HttpRequest<?> request, DatabaseFailure failure) {
        LOG.warn("page failed path={}", request.getPath(), failure);
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, "database");
    }

    private HttpResponse<String> page(HttpRequest<?> request, HttpStatus status, String what) {
        Visit visit = visits.of(request);
        Words words = visit.words();
        return pages.page(status, "error", pages.layout(visit, words.say("error." + what + ".title")),
                Map.of("text", words.say("error." + what + ".text")));
    }
}
