package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.ingest.console.account.Accounts;
import org.gardefroid.ingest.console.account.Session;
import org.gardefroid.ingest.console.account.Sessions;

/** Comes in and goes out. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class LoginController {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Pages pages;

    LoginController(Accounts accounts, Sessions sessions, Pages pages) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Get("/login")
    @Produces(MediaType.TEXT_HTML)
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<String> form(Visit visit, @QueryValue Optional<String> back) {
        if (visit.session().isPresent()) {
            return Pages.to("/");
        }
        return form(visit, HttpStatus.OK, "", back.orElse("/"), "");
    }

    @Post("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<String> enter(Visit visit, @Body Map<String, Object> body) {
        Form form = new Form(body);
        String name = form.text("name").strip();
        return switch (accounts.enter(name, form.text("password"), visit.address())) {
            case Accounts.Entry.Welcome(var person) -> {
                Session session = sessions.open(person, visit.address());
                yield Pages.to(form.path("back")).cookie(Cookies.session(session.token(), visit.https()));
            }
            case Accounts.Entry.WrongNameOrPassword() -> form(visit, HttpStatus.UNAUTHORIZED, name, form.path("back"),
                    visit.words().say("login.wrong"));
            case Accounts.Entry.Wait(var left) -> form(visit, HttpStatus.TOO_MANY_REQUESTS, name, form.path("back"),
                    visit.words().say("login.wait", visit.words().span(left.plusSeconds(1))));
        };
    }

    @Post("/logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<String> leave(Visit visit, @Body Map<String, Object> body) {
        visit.signed(new Form(body));
        sessions.close(visit.signedIn());
        return Pages.to("/login").cookie(Cookies.noSession(visit.https()));
    }

    private HttpResponse<String> form(Visit visit, HttpStatus status, String name, String back, String problem) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("name", name);
        parameters.put("back", back);
        parameters.put("problem", problem);
        return pages.page(status, "login", pages.layout(visit, visit.words().say("login.title")), parameters);
    }
}
