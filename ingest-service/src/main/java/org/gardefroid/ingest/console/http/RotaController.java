package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.notify.rota.Rotas;

/** Takes a rota as an iCalendar. All of it is entered, or nothing, with the event that is wrong. */
@Controller("/api/rotas")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RotaController {

    private final ConsoleDatabase database;

    RotaController(ConsoleDatabase database) {
        this.database = database;
    }

    /** A form of another site cannot PUT, and its script is not let to: no token is asked for. */
    @Put("/{name}")
    @Consumes({"text/calendar", MediaType.TEXT_PLAIN})
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<String> enter(Visit visit, String name, @Body String calendar) {
        if (!visit.person().role().mayAnswerAlarms()) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "role " + visit.person().role().code());
        }
        boolean isTheirs = database.read(sql -> sql.first("SELECT site FROM rota WHERE name = ?",
                row -> row.number("site"), name)).filter(visit::maySee).isPresent();
        if (!isTheirs) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "rota " + name);
        }
        try {
            int duties = database.write(sql -> {
                Audit.add(sql, visit.words().now(), visit.person().name(), "rota-entered", "rota " + name);
                return sql.with(connection -> new Rotas(connection).enter(name, calendar, visit.words().now()));
            });
            return HttpResponse.ok(visit.words().say("rota.entered", duties));
        } catch (IllegalArgumentException e) {
            return HttpResponse.<String>unprocessableEntity().body(String.valueOf(e.getMessage()));
        }
    }
}
