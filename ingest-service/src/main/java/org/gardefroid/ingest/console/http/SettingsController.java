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
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gardefroid.alerting.ArrivalNumbers;
import org.gardefroid.alerting.EquipmentSettings;
import org.gardefroid.alerting.Preset;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.view.EquipmentNow;
import org.gardefroid.ingest.console.view.SettingsPage;
import org.gardefroid.ingest.console.view.SettingsPage.Row;
import org.gardefroid.ingest.console.view.Words;
import org.gardefroid.ingest.lots.LotRefused;
import org.gardefroid.ingest.registry.SettingsBook;
import org.gardefroid.ingest.registry.SettingsBook.Entry;
import org.gardefroid.ingest.registry.SettingsBook.Revision;
import org.gardefroid.telemetry.EquipmentId;

/** The rules of an equipment: read by everybody, set by whoever answers for its vaccines, with a reason. */
@Controller("/equipment/{name}/settings")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SettingsController {

    private final ConsoleDatabase database;
    private final EquipmentsInSight equipments;
    private final SettingsBook book;
    private final Pages pages;

    SettingsController(ConsoleDatabase database, EquipmentsInSight equipments, SettingsBook book, Pages pages) {
        this.database = database;
        this.equipments = equipments;
        this.book = book;
        this.pages = pages;
    }

    /** @param preset to begin from another's rules; empty for those in force */
    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> show(Visit visit, String name, @QueryValue(defaultValue = "") String preset) {
        return show(visit, HttpStatus.OK, page(visit, equipments.named(visit, name), preset), "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> set(Visit visit, String name, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        if (!visit.person().role().maySetRules()) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "role " + visit.person().role().code());
        }
        SettingsForm written = new SettingsForm(form, visit.words());
        EquipmentNow equipment = equipments.named(visit, name);
        SettingsPage before = page(visit, equipment, form.text("preset"));
        try {
            EquipmentSettings settings = written.settings(new EquipmentId(name), before.rows(),
                    inForce(before.history()).map(now -> now.settings().longestGap())
                            .filter(now -> isInForce(before)).orElse(before.preset().longestGap()));
            Entry entry = new Entry(before.preset(), settings, written.arrivals(before.whole()),
                    written.milliCelsius("lowest"), written.milliCelsius("highest"), written.reason());
            boolean entered = database.write(sql -> book.enter(sql, visit.person(), equipment.id(), written.seen(),
                    entry, visit.words().now()));
            if (!entered) {
                throw LotRefused.of("settings.refused.newer");
            }
            return Pages.to("/equipment/" + name + "/settings");
        } catch (LotRefused refused) {
            return show(visit, HttpStatus.UNPROCESSABLE_ENTITY,
                    new SettingsPage(equipment, before.history(), before.seen(), before.preset(),
                            written.asWritten(before.rows()), written.asWritten(before.whole()), form.text("reason"),
                            before.maySet()),
                    visit.words().say(refused.key(), refused.values()));
        }
    }

    private static Optional<Revision> inForce(List<Revision> history) {
        return history.stream().findFirst();
    }

    private static boolean isInForce(SettingsPage page) {
        return inForce(page.history()).filter(now -> now.preset().name().equals(page.preset().name())).isPresent();
    }

    private SettingsPage page(Visit visit, EquipmentNow equipment, String asked) {
        Words words = visit.words();
        List<Revision> history = database.read(sql -> book.of(sql, equipment.id()));
        Optional<Revision> now = inForce(history);
        Preset preset = Preset.named(asked).map(named -> named.in(words.zone()))
                .or(() -> now.map(Revision::preset)).orElse(Preset.FRIDGE_2_8);
        Optional<Revision> goesOn = now.filter(each -> each.preset().name().equals(preset.name()));
        EquipmentSettings settings = goesOn.map(Revision::settings)
                .orElseGet(() -> preset.settings(new EquipmentId(equipment.name()), List.of()));
        ArrivalNumbers arrivals = goesOn.map(Revision::arrivals)
                .orElseGet(() -> database.read(sql -> book.usual(sql, equipment.id(), preset)));
        List<Row> rows = SettingsForm.rows(preset, settings, words);
        return new SettingsPage(equipment, history, now.map(Revision::number).orElse(0), preset, rows,
                SettingsForm.whole(arrivals, settings, now.map(Revision::lowest).orElse(OptionalInt.empty()),
                        now.map(Revision::highest).orElse(OptionalInt.empty()), words),
                "", visit.person().role().maySetRules());
    }

    private HttpResponse<String> show(Visit visit, HttpStatus status, SettingsPage page, String problem) {
        return pages.page(status, "settings",
                pages.layout(visit,
                        visit.words().say("settings.title") + " · " + page.equipment().label(visit.words())),
                Map.of("page", page, "problem", problem));
    }
}
