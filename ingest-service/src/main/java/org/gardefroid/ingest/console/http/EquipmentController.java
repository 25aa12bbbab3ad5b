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
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Map;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.store.HistoryReader;
import org.gardefroid.ingest.console.store.VerdictReader;
import org.gardefroid.ingest.console.view.EquipmentNow;
import org.gardefroid.ingest.console.view.EquipmentPage;
import org.gardefroid.ingest.console.view.Words;
import org.gardefroid.ingest.lots.Arming;
import org.gardefroid.ingest.lots.LotReader;
import org.gardefroid.ingest.lots.LotRefused;
import org.reactivestreams.Publisher;

/** One equipment: now, and its last days. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EquipmentController {

    private final ConsoleDatabase database;
    private final EquipmentsInSight equipments;
    private final HistoryReader history;
    private final Pages pages;
    private final LiveStreams streams;
    private final LotReader lots;
    private final VerdictReader verdicts;
    private final Arming arming;
    private final LotPlaces places;

    EquipmentController(ConsoleDatabase database, EquipmentsInSight equipments, HistoryReader history, Pages pages,
            LiveStreams streams, LotReader lots, Arming arming,
            VerdictReader verdicts, LotPlaces places) {
        this.places = places;
        this.verdicts = verdicts;
        this.database = database;
        this.equipments = equipments;
        this.history = history;
        this.pages = pages;
        this.streams = streams;
        this.lots = lots;
        this.arming = arming;
    }

    @Get("/equipment/{name}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> equipment(Visit visit, String name, @QueryValue(defaultValue = "1") int days) {
        EquipmentPage page = page(visit, equipments.named(visit, name), shown(days), visit.words());
        return show(visit, name, page, HttpStatus.OK, "");
    }

    @Post("/equipment/{name}/state")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> arm(Visit visit, String name, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        equipments.named(visit, name);
        LotPlaces.checkRole(visit);
        try {
            database.change(sql -> arming.set(sql, visit.person(), name, form.text("state"), visit.words().now()));
            return Pages.to("/equipment/" + name);
        } catch (LotRefused refused) {
            return refused(visit, name, refused);
        }
    }

    /** The page, with the reason why nothing was changed. */
    HttpResponse<String> refused(Visit visit, String name, LotRefused why) {
        EquipmentNow equipment = equipments.named(visit, name);
        return show(visit, name, page(visit, equipment, shown(1), visit.words()), HttpStatus.UNPROCESSABLE_ENTITY,
                visit.words().say(why.key(), why.values()));
    }

    private HttpResponse<String> show(Visit visit, String name, EquipmentPage page, HttpStatus status, String problem) {
        return pages.page(status, "equipment",
                pages.live(visit, page.equipment().label(visit.words()),
                        "/live/equipment/" + name + "?days=" + page.days()),
                Map.of("page", page, "problem", problem, "lots", database.read(sql -> lots.in(sql, name)),
                        "verdicts", database.read(sql -> verdicts.held(sql, name)), "vials",
                        database.read(sql -> verdicts.vials(sql, name)), "places", places.of(visit), "mayHandle",
                        visit.person().role().mayHandleLots()));
    }

    @Get("/live/equipment/{name}")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> live(Visit visit, String name, @QueryValue(defaultValue = "1") int days) {
        equipments.named(visit, name);
        return streams.open(visit,
                words -> parts(visit, equipments.named(visit, name, words.now()), shown(days), words));
    }

    private static int shown(int days) {
        return EquipmentPage.DAYS.contains(days) ? days : EquipmentPage.DAYS.getFirst();
    }

    /** The history is drawn again when a minute has brought something, and not at each look. */
    private List<Part> parts(Visit visit, EquipmentNow equipment, int days, Words words) {
        String minute = equipment.measuredAt().map(at -> Long.toString(at.getEpochSecond() / 60)).orElse("");
        String key = minute + equipment.alarms() + equipment.doors() + words.now().getEpochSecond() / 300;
        return List.of(
                Part.of("now", pages.part("part/now", Map.of("w", words, "equipment", equipment))),
                Part.keyed("history", key, () -> pages.part("part/history",
                        Map.of("w", words, "page", page(visit, equipment, days, words)))));
    }

    private EquipmentPage page(Visit visit, EquipmentNow equipment, int days, Words words) {
        return database
                .read(sql -> history.of(sql, equipment, days, words.zone(), visit.words().language().locale()));
    }
}
