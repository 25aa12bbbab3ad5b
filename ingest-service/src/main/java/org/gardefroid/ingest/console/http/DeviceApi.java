package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.enrolment.EnrolmentRefused;
import org.gardefroid.ingest.enrolment.Enrolments;

/** Devices for programs, for the operator they name: the same as on the page. */
@Controller("/api/devices")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeviceApi {

    private final Enrolments enrolments;

    DeviceApi(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @Serdeable
    record Made(String device, String code, Instant expiresAt) {}

    @Serdeable
    record Asking(long id, String device, String fingerprint, Instant requestedAt, boolean replaces) {}

    @Get("/requests")
    List<Asking> requests(Visit visit) {
        DeviceController.operator(visit);
        return enrolments.pending().stream().map(
                one -> new Asking(one.id(), one.device(), one.fingerprint(), one.requestedAt(), one.replaces()))
                .toList();
    }

    @Post("/{name}/code")
    HttpResponse<?> code(Visit visit, String name) {
        Person by = DeviceController.operator(visit);
        return answer(visit, () -> {
            Enrolments.Code code = enrolments.code(name, by);
            return new Made(code.device(), code.code(), code.expiresAt());
        });
    }

    @Post("/{name}/revoke")
    HttpResponse<?> revoke(Visit visit, String name) {
        Person by = DeviceController.operator(visit);
        return answer(visit, () -> {
            enrolments.revoke(name, by);
            return Map.of("revoked", name);
        });
    }

    @Post("/requests/{id}/{decision:approve|refuse}")
    HttpResponse<?> decide(Visit visit, long id, @PathVariable String decision) {
        Person by = DeviceController.operator(visit);
        return answer(visit, () -> {
            if (decision.equals("approve")) {
                enrolments.approve(id, by);
            } else {
                enrolments.refuse(id, by);
            }
            return Map.of("decided", decision);
        });
    }

    private static HttpResponse<?> answer(Visit visit, Supplier<Object> work) {
        try {
            return HttpResponse.ok(work.get());
        } catch (EnrolmentRefused refused) {
            return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
                    .body(Map.of("error", DeviceController.problem(visit, refused)));
        }
    }
}
