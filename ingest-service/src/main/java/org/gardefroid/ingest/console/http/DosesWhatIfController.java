package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.store.PastEquipments;
import org.gardefroid.ingest.console.view.DosesWhatIf;
import org.gardefroid.ingest.console.view.DosesWhatIf.Asked;
import org.gardefroid.ingest.console.view.EquipmentNow;
import org.gardefroid.ingest.console.view.Reasoned;
import org.gardefroid.ingest.console.view.WhatIf;
import org.gardefroid.ingest.console.view.Words;
import org.gardefroid.ingest.custody.Hypothesis;
import org.gardefroid.ingest.lots.LotRefused;
import org.gardefroid.ingest.products.ProfileBook;
import org.gardefroid.ingest.products.ProfileRevision;
import org.gardefroid.telemetry.VialStep;
import org.gardefroid.telemetry.json.JsonProblem;
import org.gardefroid.vaccines.ProductProfile;
import org.gardefroid.vaccines.ProfileReader;
import org.gardefroid.vaccines.custody.Judgement;
import org.gardefroid.vaccines.custody.PlaceId;
import org.gardefroid.vaccines.custody.Surroundings;
import org.gardefroid.vaccines.custody.Thresholds;

/** What would be said of doses that had been in an equipment, as {@code gardefroid judge} says it of files. Nothing is changed by it. */
@Controller("/equipment/{name}/what-if/doses")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DosesWhatIfController {

    private final ConsoleDatabase database;
    private final EquipmentsInSight equipments;
    private final PastEquipments past;
    private final ProfileBook profiles;
    private final Pages pages;

    DosesWhatIfController(ConsoleDatabase database, EquipmentsInSight equipments, PastEquipments past,
            ProfileBook profiles, Pages pages) {
        this.database = database;
        this.equipments = equipments;
        this.past = past;
        this.profiles = profiles;
        this.pages = pages;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> ask(Visit visit, String name, HttpRequest<?> request) {
        EquipmentNow equipment = equipments.named(visit, name);
        List<ProfileRevision> known = database.read(profiles::latest);
        Map<String, Object> fields = new HashMap<>();
        request.getParameters().forEach((field, values) -> values.stream().findFirst()
                .ifPresent(value -> fields.put(field, value)));
        Form form = new Form(fields);
        Asked asked = asked(form);
        try {
            Optional<Reasoned> found = asked.isEmpty()
                    ? Optional.empty()
                    : Optional.of(find(visit, equipment, asked, known, new LotForm(form, visit.words())));
            return show(visit, HttpStatus.OK, new DosesWhatIf(equipment, known, asked, found), "");
        } catch (LotRefused refused) {
            return show(visit, HttpStatus.UNPROCESSABLE_ENTITY,
                    new DosesWhatIf(equipment, known, asked, Optional.empty()),
                    visit.words().say(refused.key(), refused.values()));
        }
    }

    private static Asked asked(Form form) {
        return new Asked(form.text("product"), form.text("placed"), form.text("judged"), form.text("thawedAt"),
                form.text("opening"), form.text("openingMinutes"), form.text("openingLowest"),
                form.text("openingHighest"), form.text("step"),
                form.text("opened"), form.text("signed").equals("on"));
    }

    private Reasoned find(Visit visit, EquipmentNow equipment, Asked asked, List<ProfileRevision> known,
            LotForm form) {
        ProfileRevision revision = known.stream().filter(each -> each.product().equals(asked.product())).findFirst()
                .orElseThrow(() -> LotRefused.of("whatif.refused.product", asked.product()));
        Instant now = form.time("judged").orElse(visit.words().now());
        Instant placed = form.time("placed").orElseThrow(() -> LotRefused.of("whatif.refused.placed"));
        check(placed, now, visit.words().now());
        Hypothesis unsigned = new Hypothesis(profile(revision, visit.words()), new PlaceId(equipment.name()), placed,
                form.time("thawedAt"), form.opening(), opened(form, asked));
        Hypothesis hypothesis = asked.signed() || revision.isSigned()
                ? unsigned.asIfSigned(revision.signedBy().orElse(visit.person().displayName()))
                : unsigned;
        Surroundings around = database.read(sql -> past.around(sql, equipment.id(), placed, now,
                Thresholds.of(List.of(hypothesis.profile()))));
        Judgement judgement = hypothesis.judge(around, now);
        return Reasoned.of(judgement, visit.words().zone());
    }

    private static void check(Instant placed, Instant judged, Instant now) {
        if (judged.isAfter(now)) {
            throw LotRefused.of("whatif.refused.future");
        }
        long days = Duration.between(placed, judged).toDays();
        if (placed.isAfter(judged) || days >= WhatIf.MOST_DAYS) {
            throw LotRefused.of("whatif.refused.stay", WhatIf.MOST_DAYS);
        }
    }

    private static Optional<Hypothesis.Opened> opened(LotForm form, Asked asked) {
        if (asked.step().isEmpty()) {
            return Optional.empty();
        }
        if (!DosesWhatIf.steps().contains(asked.step())) {
            throw LotRefused.of("whatif.refused.step", asked.step(), String.join(", ", DosesWhatIf.steps()));
        }
        return Optional.of(new Hypothesis.Opened(VialStep.ofCode(asked.step()).orElseThrow(),
                form.time("opened").orElseThrow(() -> LotRefused.of("whatif.refused.opened"))));
    }

    private static ProductProfile profile(ProfileRevision revision, Words words) {
        try {
            return ProfileReader.read(revision.document());
        } catch (JsonProblem e) {
            throw LotRefused.of("whatif.refused.profile", revision.product(),
                    words.pick(e.inFrench(), String.valueOf(e.getMessage())));
        }
    }

    private HttpResponse<String> show(Visit visit, HttpStatus status, DosesWhatIf page, String problem) {
        return pages.page(status, "doseswhatif",
                pages.layout(visit, visit.words().say("whatif.doses") + " · " + page.equipment().label(visit.words())),
                Map.of("page", page, "problem", problem));
    }
}
