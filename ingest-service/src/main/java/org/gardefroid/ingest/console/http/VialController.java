package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import org.gardefroid.ingest.lots.LotRefused;

/** Opened vials and syringes that travel apart: into another equipment, by hand or by a program. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class VialController {

    private final VialMove moves;
    private final EquipmentController equipments;

    VialController(VialMove moves, EquipmentController equipments) {
        this.moves = moves;
        this.equipments = equipments;
    }

    @Post("/vials/move")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> move(Visit visit, @Body Map<String, Object> body) {
        LotForm form = new LotForm(visit.signed(new Form(body)), visit.words());
        try {
            moves.move(visit, form, form.form().text("vial"));
            return Pages.to("/equipment/" + form.to());
        } catch (LotRefused refused) {
            return equipments.refused(visit, form.from(), refused);
        }
    }

    @Post("/api/vials/{vial}/move")
    HttpResponse<?> program(Visit visit, String vial, @Body Map<String, Object> body) {
        LotForm form = new LotForm(new Form(body), visit.words());
        try {
            moves.move(visit, form, vial);
            return HttpResponse.ok(Map.of("vial", vial, "equipment", form.to()));
        } catch (LotRefused refused) {
            return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
                    .body(Map.of("error", visit.words().say(refused.key(), refused.values())));
        }
    }
}
