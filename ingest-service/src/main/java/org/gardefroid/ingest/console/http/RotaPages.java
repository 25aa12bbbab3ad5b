package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gardefroid.ingest.notify.rota.RotaRefused;
import org.jspecify.annotations.Nullable;

/** Who is on call: read by everybody of the site, replaced by a file. */
@Controller("/rotas")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RotaPages {

    private final RotasInSight rotas;
    private final Pages pages;

    RotaPages(RotasInSight rotas, Pages pages) {
        this.rotas = rotas;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> all(Visit visit) {
        return pages.page("rotas", pages.layout(visit, visit.words().say("rota.title")),
                Map.of("rotas", rotas.all(visit)));
    }

    @Get("/{name}")
    HttpResponse<String> one(Visit visit, String name) {
        return one(visit, name, HttpStatus.OK, "");
    }

    @Post("/{name}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> enter(Visit visit, String name, @Part("csrf") String csrf,
            @Part("calendar") CompletedFileUpload calendar, @Nullable @Part("nobody") String nobody)
            throws IOException {
        visit.signed(new Form(Map.of("csrf", csrf)));
        try {
            rotas.replace(visit, name, new String(calendar.getBytes(), StandardCharsets.UTF_8), nobody != null);
            return Pages.to("/rotas/" + name);
        } catch (RotaRefused refused) {
            return one(visit, name, HttpStatus.UNPROCESSABLE_ENTITY, refused.say(visit.words()));
        }
    }

    private HttpResponse<String> one(Visit visit, String name, HttpStatus status, String problem) {
        return pages.page(status, "rota", pages.layout(visit, visit.words().say("rota.title") + " · " + name),
                Map.of("rota", rotas.named(visit, name), "problem", problem, "mayReplace",
                        visit.person().role().maySetRules()));
    }
}
