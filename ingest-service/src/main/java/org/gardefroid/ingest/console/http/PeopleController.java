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
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Map;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.console.people.Entry;
import org.gardefroid.ingest.console.people.Listed;
import org.gardefroid.ingest.console.people.People;
import org.gardefroid.ingest.console.people.PersonRefused;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.view.SiteLine;

/** Who may sign in and who is told: kept by whoever runs the installation. */
@Controller("/people")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PeopleController {

    private final People people;
    private final ConsoleDatabase database;
    private final Pages pages;

    PeopleController(People people, ConsoleDatabase database, Pages pages) {
        this.people = people;
        this.database = database;
        this.pages = pages;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> all(Visit visit) {
        operator(visit);
        return list(visit, HttpStatus.OK, "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> enter(Visit visit, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        Person by = operator(visit);
        try {
            Entry entry = entry(form.text("name"), form);
            return one(visit, HttpStatus.CREATED, entry.name(), "", people.enter(entry, by));
        } catch (PersonRefused refused) {
            return list(visit, HttpStatus.UNPROCESSABLE_ENTITY, problem(visit, refused));
        }
    }

    @Get("/{name}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> one(Visit visit, String name) {
        operator(visit);
        return one(visit, HttpStatus.OK, name, "", "");
    }

    @Post("/{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> change(Visit visit, String name, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        Person by = operator(visit);
        find(name);
        try {
            people.change(entry(name, form), by);
            return Pages.to("/people/" + name);
        } catch (PersonRefused refused) {
            return one(visit, HttpStatus.UNPROCESSABLE_ENTITY, name, problem(visit, refused), "");
        }
    }

    @Post("/{name}/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> password(Visit visit, String name, @Body Map<String, Object> body) {
        visit.signed(new Form(body));
        Person by = operator(visit);
        find(name);
        return one(visit, HttpStatus.OK, name, "", people.newPassword(name, by));
    }

    @Post("/{name}/state")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> state(Visit visit, String name, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        Person by = operator(visit);
        find(name);
        try {
            people.disable(name, form.text("state").equals("disabled"), by);
            return Pages.to("/people/" + name);
        } catch (PersonRefused refused) {
            return one(visit, HttpStatus.UNPROCESSABLE_ENTITY, name, problem(visit, refused), "");
        }
    }

    private static Person operator(Visit visit) {
        if (!visit.person().role().mayManagePeople()) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "role " + visit.person().role().code());
        }
        return visit.person();
    }

    private static Entry entry(String name, Form form) {
        String site = form.text("site");
        try {
            return Entry.of(name, form.text("display"), form.text("role"), Integer.parseInt(site),
                    form.text("language"), form.text("email"), form.text("phone"));
        } catch (NumberFormatException e) {
            throw new PersonRefused("site", site);
        }
    }

    private static String problem(Visit visit, PersonRefused refused) {
        return visit.words().say("person.refused." + refused.reason(), refused.value());
    }

    private HttpResponse<String> list(Visit visit, HttpStatus status, String problem) {
        return pages.page(status, "people", pages.layout(visit, visit.words().say("people.title")),
                Map.of("people", people.all(), "sites", sites(), "problem", problem));
    }

    private HttpResponse<String> one(Visit visit, HttpStatus status, String name, String problem, String password) {
        Listed person = find(name);
        return pages.page(status, "person", pages.layout(visit, person.entry().displayName()),
                Map.of("person", person, "sites", sites(), "problem", problem, "password", password, "isMe",
                        name.equals(visit.person().name())));
    }

    private Listed find(String name) {
        return people.find(name).orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "person " + name));
    }

    private List<SiteLine> sites() {
        return database.read(sql -> sql.list("SELECT id, label_fr, label_en FROM site ORDER BY name",
                row -> new SiteLine(row.number("id"), row.text("label_fr"), row.text("label_en"))));
    }
}
