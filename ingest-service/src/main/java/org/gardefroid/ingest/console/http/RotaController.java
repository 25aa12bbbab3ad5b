package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.gardefroid.ingest.console.view.RotaPage;
import org.gardefroid.ingest.notify.rota.RotaRefused;
import org.jspecify.annotations.Nullable;

/** A rota for programs: taken as an iCalendar, all of it or nothing, and read back as who is on call when. */
@Controller("/api/rotas")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RotaController {

    private final RotasInSight rotas;

    RotaController(RotasInSight rotas) {
        this.rotas = rotas;
    }

    /**
     * @param shifts one after another from now on
     * @param enteredBy empty if nobody did, or it was the fleet file
     */
    @Serdeable
    record Answer(String name, @Nullable Instant enteredAt, String enteredBy, boolean asked, List<Shift> shifts) {}

    /**
     * @param onCall empty for nobody
     * @param hole nobody, while a step of a cascade would ask
     */
    @Serdeable
    record Shift(Instant from, Instant until, List<String> onCall, boolean hole) {}

    @Get("/{name}")
    HttpResponse<Answer> show(Visit visit, String name) {
        RotaPage rota = rotas.named(visit, name);
        return HttpResponse.ok(new Answer(rota.name(), rota.enteredAt().orElse(null), rota.enteredBy(), rota.isAsked(),
                rota.shifts().stream()
                        .map(shift -> new Shift(shift.from(), shift.until(), shift.people(), shift.isHole()))
                        .toList()));
    }

    /** As it was handed in, to be changed and handed in again. */
    @Get("/{name}/calendar")
    @Produces("text/calendar;charset=utf-8")
    HttpResponse<String> calendar(Visit visit, String name) {
        return HttpResponse.ok(rotas.calendar(visit, name)).header("Content-Disposition",
                "attachment; filename=\"rota.ics\"");
    }

    /**
     * A form of another site cannot PUT, and its script is not let to: no token is asked for.
     *
     * @param nobody whether it may leave nobody on call from now on
     */
    @Put("/{name}")
    @Consumes({"text/calendar", MediaType.TEXT_PLAIN})
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<String> enter(Visit visit, String name, @QueryValue(defaultValue = "false") boolean nobody,
            @Body String calendar) {
        try {
            int duties = rotas.replace(visit, name, calendar, nobody);
            return HttpResponse.ok(visit.words().say("rota.entered", duties));
        } catch (RotaRefused refused) {
            return HttpResponse.<String>unprocessableEntity().body(refused.say(visit.words()));
        }
    }
}
