package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import org.gardefroid.ingest.console.view.Language;

/** Changes the language that this browser reads. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class LanguageController {

    @Post("/language")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<String> choose(Visit visit, @Body Map<String, Object> body) {
        Form form = new Form(body);
        if (visit.session().isPresent()) {
            visit.signed(form);
        }
        Language language = Language.ofCode(form.text("language")).orElse(Language.FRENCH);
        return Pages.to(form.path("back")).cookie(Cookies.language(language, visit.https()));
    }
}
