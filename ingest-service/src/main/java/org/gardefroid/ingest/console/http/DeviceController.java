package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.enrolment.EnrolmentRefused;
import org.gardefroid.ingest.enrolment.Enrolments;

/** Which devices may send: let in and kept out by whoever runs the installation. */
@Controller("/devices")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeviceController {

    private final Enrolments enrolments;
    private final Pages pages;

    DeviceController(Enrolments enrolments, Pages pages) {
        this.enrolments = enrolments;
        this.pages = pages;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> all(Visit visit) {
        operator(visit);
        return list(visit, HttpStatus.OK, "", Optional.empty());
    }

    @Post("/{name}/{what:code|revoke}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> change(Visit visit, String name, @PathVariable String what, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        Person by = operator(visit);
        try {
            if (what.equals("code")) {
                return list(visit, HttpStatus.CREATED, "", Optional.of(enrolments.code(name, by)));
            }
            if (!form.text("sure").equals(name)) {
                return list(visit, HttpStatus.UNPROCESSABLE_ENTITY, visit.words().say("device.refused.sure", name),
                        Optional.empty());
            }
            enrolments.revoke(name, by);
            return Pages.to("/devices");
        } catch (EnrolmentRefused refused) {
            return list(visit, HttpStatus.UNPROCESSABLE_ENTITY, problem(visit, refused), Optional.empty());
        }
    }

    @Post("/requests/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> decide(Visit visit, long id, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        Person by = operator(visit);
        try {
            switch (form.text("decision")) {
                case "approve" -> enrolments.approve(id, by);
                case "refuse" -> enrolments.refuse(id, by);
                default -> throw new HttpStatusException(HttpStatus.BAD_REQUEST, "decision");
            }
            return Pages.to("/devices");
        } catch (EnrolmentRefused refused) {
            return list(visit, HttpStatus.UNPROCESSABLE_ENTITY, problem(visit, refused), Optional.empty());
        }
    }

    static Person operator(Visit visit) {
        if (!visit.person().role().mayManageDevices()) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "role " + visit.person().role().code());
        }
        return visit.person();
    }

    static String problem(Visit visit, EnrolmentRefused refused) {
        return visit.words().say("device.refused." + refused.reason(), refused.value());
    }

    private HttpResponse<String> list(Visit visit, HttpStatus status, String problem,
            Optional<Enrolments.Code> made) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("devices", enrolments.devices());
        parameters.put("pending", enrolments.pending());
        parameters.put("possible", enrolments.isPossible());
        parameters.put("problem", problem);
        parameters.put("made", made);
        return pages.page(status, "devices", pages.layout(visit, visit.words().say("devices.title")), parameters);
    }
}
