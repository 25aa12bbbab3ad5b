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
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.console.store.AlarmPages;
import org.gardefroid.ingest.console.store.AlarmWriter;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.view.AlarmPage;
import org.gardefroid.ingest.console.view.Words;
import org.gardefroid.ingest.store.Sql;
import org.reactivestreams.Publisher;

/**
 * One alarm, and what a person does about it. To open it does nothing: programs that look through mail open every link in
 * it. Only a form of the page itself acknowledges, and to acknowledge is not to close.
 */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AlarmController {

    private static final int LONGEST_COMMENT = 2_000;
    /** Half an hour at most: a mute that is forgotten is an alarm that is missed. */
    private static final List<Duration> SNOOZES = List.of(Duration.ofMinutes(10), Duration.ofMinutes(30));

    private final ConsoleDatabase database;
    private final AlarmPages alarms;
    private final AlarmWriter writer;
    private final Pages pages;
    private final LiveStreams streams;

    AlarmController(ConsoleDatabase database, AlarmPages alarms, AlarmWriter writer, Pages pages, LiveStreams streams) {
        this.database = database;
        this.alarms = alarms;
        this.writer = writer;
        this.pages = pages;
        this.streams = streams;
    }

    @Get(uris = {"/alarm/{id}", "/alarms/{id}"})
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> alarm(Visit visit, long id) {
        return show(visit, id, HttpStatus.OK, "");
    }

    @Get("/live/alarm/{id}")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> live(Visit visit, long id) {
        find(visit, id, visit.words());
        return streams.open(visit, words -> parts(find(visit, id, words), words));
    }

    private List<Part> parts(AlarmPage page, Words words) {
        return List.of(
                Part.of("state", pages.part("part/alarmstate", Map.of("w", words, "page", page))),
                Part.of("past", pages.part("part/past", Map.of("w", words, "page", page))));
    }

    @Post("/alarm/{id}/acknowledge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> acknowledge(Visit visit, long id, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        return answer(visit, id, sql -> writer.acknowledge(sql, id, visit.person(), comment(form, "comment"),
                visit.words().now()), "alarm.taken.already");
    }

    @Post("/alarm/{id}/comment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> comment(Visit visit, long id, @Body Map<String, Object> body) {
        String comment = comment(visit.signed(new Form(body)), "comment");
        return answer(visit, id, sql -> {
            if (!comment.isEmpty()) {
                writer.comment(sql, id, visit.person(), comment, visit.words().now());
            }
            return true;
        }, "");
    }

    @Post("/alarm/{id}/close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> close(Visit visit, long id, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        String cause = comment(form, "cause");
        String action = comment(form, "action");
        return answer(visit, id, sql -> !cause.isEmpty() && !action.isEmpty()
                && writer.close(sql, id, visit.person(), cause, action, visit.words().now()), "alarm.close.not");
    }

    @Post("/alarm/{id}/snooze")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> snooze(Visit visit, long id, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        String reason = comment(form, "reason");
        Optional<Duration> how = SNOOZES.stream()
                .filter(each -> Long.toString(each.toMinutes()).equals(form.text("minutes"))).findFirst();
        return answer(visit, id, sql -> !reason.isEmpty() && how.isPresent()
                && writer.snooze(sql, id, visit.person(), how.get(), reason, visit.words().now()), "snooze.not");
    }

    /** The probe is lost: what it told of can never be seen to be over. */
    @Post("/alarm/{id}/lost")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> lost(Visit visit, long id, @Body Map<String, Object> body) {
        Form form = visit.signed(new Form(body));
        String action = comment(form, "action");
        return answer(visit, id, sql -> !action.isEmpty() && writer.closeAsLost(sql, id, visit.person(),
                visit.words().say("lost.cause"), action, visit.words().now()), "lost.not");
    }

    private HttpResponse<String> answer(Visit visit, long id, Function<Sql, Boolean> work, String otherwise) {
        find(visit, id, visit.words());
        Person person = visit.person();
        if (!person.role().mayAnswerAlarms()) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "role " + person.role().code());
        }
        return database.write(work)
                ? Pages.to("/alarm/" + id)
                : show(visit, id, HttpStatus.CONFLICT, visit.words().say(otherwise));
    }

    private HttpResponse<String> show(Visit visit, long id, HttpStatus status, String problem) {
        AlarmPage page = find(visit, id, visit.words());
        String title = visit.words().say("cause." + page.alarm().cause().code()) + " · "
                + page.alarm().label(visit.words());
        return pages.page(status, "alarm", pages.live(visit, title, "/live/alarm/" + id),
                Map.of("page", page, "problem", problem));
    }

    private AlarmPage find(Visit visit, long id, Words words) {
        return database.read(sql -> alarms.of(sql, id, words.now(), visit.person().role().mayAnswerAlarms()))
                .filter(page -> visit.maySee(page.alarm().site()))
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "alarm " + id));
    }

    private static String comment(Form form, String field) {
        String text = form.text(field).strip();
        return text.length() > LONGEST_COMMENT ? text.substring(0, LONGEST_COMMENT) : text;
    }
}
