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
import java.util.function.Consumer;
import org.gardefroid.ingest.console.account.Signature;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.store.VerdictReader;
import org.gardefroid.ingest.console.view.LotPage;
import org.gardefroid.ingest.lots.Decision;
import org.gardefroid.ingest.lots.Decisions;
import org.gardefroid.ingest.lots.Departure;
import org.gardefroid.ingest.lots.Lot;
import org.gardefroid.ingest.lots.LotBook;
import org.gardefroid.ingest.lots.LotReader;
import org.gardefroid.ingest.lots.LotRefused;
import org.gardefroid.ingest.lots.VialLabels;
import org.gardefroid.ingest.products.ProfileBook;
import org.gardefroid.ingest.store.Sql;

/** Lots: entered, moved, taken out, and labels for their vials. What is refused says why, and changes nothing. */
@Controller("/lots")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LotController {

    private final ConsoleDatabase database;
    private final LotReader lots;
    private final LotBook book;
    private final VialLabels labels;
    private final Decisions decisions;
    private final VerdictReader verdicts;
    private final Signature signature;
    private final LotPlaces places;
    private final ProfileBook profiles;
    private final Pages pages;

    LotController(ConsoleDatabase database, LotReader lots, LotBook book, VialLabels labels, Decisions decisions,
            VerdictReader verdicts, Signature signature, LotPlaces places, ProfileBook profiles, Pages pages) {
        this.database = database;
        this.lots = lots;
        this.book = book;
        this.labels = labels;
        this.decisions = decisions;
        this.verdicts = verdicts;
        this.signature = signature;
        this.places = places;
        this.profiles = profiles;
        this.pages = pages;
    }

    /** All lots, or those with a number: a recall names one. */
    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> all(Visit visit, @QueryValue(defaultValue = "") String number) {
        return list(visit, HttpStatus.OK, number, "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> enter(Visit visit, @Body Map<String, Object> body) {
        LotForm form = new LotForm(visit.signed(new Form(body)), visit.words());
        try {
            places.check(visit, form.to());
            int id = database.write(sql -> book.enter(sql, visit.person(), form.lot(), form.to(), form.doses(),
                    form.at(), visit.words().now()));
            return Pages.to("/lots/" + id);
        } catch (LotRefused refused) {
            return list(visit, HttpStatus.UNPROCESSABLE_ENTITY, "", said(visit, refused));
        }
    }

    @Get("/{id}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> one(Visit visit, int id) {
        return show(visit, id, HttpStatus.OK, "");
    }

    @Post("/{id}/move")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> move(Visit visit, int id, @Body Map<String, Object> body) {
        LotForm form = new LotForm(visit.signed(new Form(body)), visit.words());
        return handle(visit, id, form, sql -> {
            places.check(visit, form.to());
            book.move(sql, visit.person(), id, form.move(), visit.words().now());
        });
    }

    @Post("/{id}/thaw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> thaw(Visit visit, int id, @Body Map<String, Object> body) {
        LotForm form = new LotForm(visit.signed(new Form(body)), visit.words());
        return handle(visit, id, form,
                sql -> book.thaw(sql, visit.person(), id, form.from(), form.at(), visit.words().now()));
    }

    @Post("/{id}/take-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> takeOut(Visit visit, int id, @Body Map<String, Object> body) {
        LotForm form = new LotForm(visit.signed(new Form(body)), visit.words());
        return handle(visit, id, form, sql -> book.takeOut(sql, visit.person(), id, form.from(), form.doses(),
                Departure.ofCode(form.reason()), form.at(), visit.words().now()));
    }

    @Post("/{id}/labels")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> label(Visit visit, int id, @Body Map<String, Object> body) {
        LotForm form = new LotForm(visit.signed(new Form(body)), visit.words());
        Lot lot = find(visit, id);
        HttpResponse<String> answer = handle(visit, id, form,
                sql -> labels.name(sql, visit.person(), lot, form.vials(), visit.words().now()));
        return answer.getStatus() == HttpStatus.SEE_OTHER ? Pages.to("/lots/" + id + "/labels") : answer;
    }

    @Post("/{id}/decide")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> decide(Visit visit, int id, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        find(visit, id);
        if (!visit.person().role().maySign()) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "role " + visit.person().role().code());
        }
        if (!signature.isOf(visit.person(), form.text("password"), visit.address())) {
            return show(visit, id, HttpStatus.UNPROCESSABLE_ENTITY, visit.words().say("signature.wrong"));
        }
        try {
            database.change(sql -> decisions.sign(sql, visit.person(), id, Decision.What.ofCode(form.text("decision")),
                    form.text("reason"), visit.words().now()));
            return Pages.to("/lots/" + id);
        } catch (LotRefused refused) {
            return show(visit, id, HttpStatus.UNPROCESSABLE_ENTITY, said(visit, refused));
        }
    }

    @Get("/{id}/labels")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> labels(Visit visit, int id) {
        Lot lot = find(visit, id);
        List<VialLabels.Label> drawn = database.read(sql -> labels.of(sql, id));
        return pages.page("labels", pages.layout(visit, visit.words().say("labels.title", lot.number())),
                Map.of("lot", lot, "labels", drawn));
    }

    private HttpResponse<String> handle(Visit visit, int id, LotForm form, Consumer<Sql> work) {
        find(visit, id);
        LotPlaces.checkRole(visit);
        try {
            if (!form.from().isEmpty()) {
                places.check(visit, form.from());
            }
            database.change(work);
            return Pages.to("/lots/" + id);
        } catch (LotRefused refused) {
            return show(visit, id, HttpStatus.UNPROCESSABLE_ENTITY, said(visit, refused));
        }
    }

    private static String said(Visit visit, LotRefused refused) {
        return visit.words().say(refused.key(), refused.values());
    }

    private HttpResponse<String> list(Visit visit, HttpStatus status, String number, String problem) {
        List<Lot> seen = database.read(sql -> number.isEmpty() ? lots.all(sql) : lots.numbered(sql, number)).stream()
                .filter(lot -> visit.maySee(lot.site())).toList();
        return pages.page(status, "lots", pages.layout(visit, visit.words().say("lots.title")),
                Map.of("lots", seen, "verdicts", database.read(verdicts::worst), "places", places.of(visit), "products",
                        database.read(profiles::latest), "number", number, "problem", problem, "mayHandle",
                        visit.person().role().mayHandleLots()));
    }

    private HttpResponse<String> show(Visit visit, int id, HttpStatus status, String problem) {
        Lot lot = find(visit, id);
        LotPage page = new LotPage(lot, places.of(visit), database.read(sql -> decisions.of(sql, id)),
                database.read(sql -> verdicts.ofLot(sql, id)), database.read(sql -> verdicts.before(sql, id)),
                database.read(sql -> labels.of(sql, id)).size(), visit.person().role().mayHandleLots(),
                visit.person().role().maySign(),
                visit.words().now().atZone(visit.words().zone()).toLocalDate());
        return pages.page(status, "lot", pages.layout(visit, visit.words().say("lot.title", lot.number())),
                Map.of("page", page, "problem", problem, "account", visit.person().name()));
    }

    private Lot find(Visit visit, int id) {
        return database.read(sql -> lots.withId(sql, id)).filter(lot -> visit.maySee(lot.site()))
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "lot " + id));
    }
}
