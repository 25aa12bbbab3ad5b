package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.store.VerdictReader;
import org.gardefroid.ingest.console.view.VerdictLine;
import org.gardefroid.ingest.lots.Departure;
import org.gardefroid.ingest.lots.Lot;
import org.gardefroid.ingest.lots.LotBook;
import org.gardefroid.ingest.lots.LotReader;
import org.gardefroid.ingest.lots.LotRefused;
import org.gardefroid.ingest.store.Sql;

/**
 * Lots for programs, for the person they name; the fields are those of the page's forms. A page of another site cannot
 * send JSON here: it would have to ask first, and {@link SameOrigin} says no.
 */
@Controller("/api/lots")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LotApi {

    private final ConsoleDatabase database;
    private final LotReader lots;
    private final LotBook book;
    private final VerdictReader verdicts;
    private final LotPlaces places;

    LotApi(ConsoleDatabase database, LotReader lots, LotBook book, LotPlaces places, VerdictReader verdicts) {
        this.verdicts = verdicts;
        this.database = database;
        this.lots = lots;
        this.book = book;
        this.places = places;
    }

    @Get
    List<LotAnswer> all(Visit visit, @QueryValue(defaultValue = "") String number) {
        Map<Integer, List<VerdictLine>> said = database.read(verdicts::standing);
        return database.read(sql -> number.isEmpty() ? lots.all(sql) : lots.numbered(sql, number)).stream()
                .filter(lot -> visit.maySee(lot.site()))
                .map(lot -> LotAnswer.of(lot, said.getOrDefault(lot.id(), List.of()), visit.words())).toList();
    }

    @Get("/{id}")
    LotAnswer one(Visit visit, int id) {
        Lot lot = find(visit, id);
        return LotAnswer.of(lot, database.read(sql -> verdicts.ofLot(sql, id)), visit.words());
    }

    @Post
    HttpResponse<?> enter(Visit visit, @Body Map<String, Object> body) {
        LotForm form = new LotForm(new Form(body), visit.words());
        return answer(visit, sql -> {
            places.check(visit, form.to());
            return book.enter(sql, visit.person(), form.lot(), form.to(), form.doses(), form.at(), visit.words().now());
        });
    }

    @Post("/{id}/{what:move|take-out|thaw}")
    HttpResponse<?> handle(Visit visit, int id, @PathVariable String what, @Body Map<String, Object> body) {
        LotForm form = new LotForm(new Form(body), visit.words());
        find(visit, id);
        return answer(visit, sql -> {
            places.check(visit, form.from());
            if (what.equals("move")) {
                places.check(visit, form.to());
                book.move(sql, visit.person(), id, form.move(), visit.words().now());
            } else if (what.equals("thaw")) {
                book.thaw(sql, visit.person(), id, form.from(), form.at(), visit.words().now());
            } else {
                book.takeOut(sql, visit.person(), id, form.from(), form.doses(), Departure.ofCode(form.reason()),
                        form.at(), visit.words().now());
            }
            return id;
        });
    }

    private HttpResponse<?> answer(Visit visit, Function<Sql, Integer> work) {
        try {
            int id = database.write(work);
            return HttpResponse.ok(one(visit, id));
        } catch (LotRefused refused) {
            return HttpResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
                    .body(Map.of("error", visit.words().say(refused.key(), refused.values())));
        }
    }

    private Lot find(Visit visit, int id) {
        return database.read(sql -> lots.withId(sql, id)).filter(lot -> visit.maySee(lot.site()))
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "lot " + id));
    }
}
