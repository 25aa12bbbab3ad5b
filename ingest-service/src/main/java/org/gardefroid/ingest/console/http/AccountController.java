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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Locale;
import java.util.Map;
import org.gardefroid.ingest.console.account.Passwords;
import org.gardefroid.ingest.console.account.Passwords.Choice;

/** One's own account: who one is here, and one's password. */
@Controller(AccountController.PATH)
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController {

    static final String PATH = "/account";

    private final Passwords passwords;
    private final Pages pages;

    AccountController(Passwords passwords, Pages pages) {
        this.passwords = passwords;
        this.pages = pages;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> mine(Visit visit) {
        return show(visit, HttpStatus.OK, "", "");
    }

    @Post("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> choose(Visit visit, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        String wanted = form.text("wanted");
        if (!wanted.equals(form.text("again"))) {
            return show(visit, HttpStatus.UNPROCESSABLE_ENTITY, visit.words().say("account.refused.not-twice"), "");
        }
        Choice choice = passwords.choose(visit.signedIn(), form.text("old"), wanted, visit.address());
        return choice == Choice.TAKEN
                ? visit.person().hasToChoose()
                        ? Pages.to("/")
                        : show(visit, HttpStatus.OK, "", visit.words().say("account.password.changed"))
                : show(visit, HttpStatus.UNPROCESSABLE_ENTITY, refusal(visit, choice), "");
    }

    private static String refusal(Visit visit, Choice choice) {
        String key = choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return visit.words().say("account.refused." + key, Passwords.SHORTEST, Passwords.LONGEST);
    }

    private HttpResponse<String> show(Visit visit, HttpStatus status, String problem, String done) {
        return pages.page(status, "account", pages.layout(visit, visit.words().say("account.title")),
                Map.of("person", visit.person(), "problem", problem, "done", done));
    }
}
