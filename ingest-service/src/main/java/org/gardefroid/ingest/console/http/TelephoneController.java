package org.gardefroid.ingest.console.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gardefroid.ingest.console.account.LoginThrottle;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.console.store.ConsoleDatabase;
import org.gardefroid.ingest.console.store.TelephoneAnswers;
import org.gardefroid.ingest.console.store.TelephoneAnswers.Answer;
import org.gardefroid.ingest.console.view.Words;
import org.gardefroid.ingest.notify.gateway.Gateways;
import org.gardefroid.ingest.notify.gateway.Signatures;

/**
 * What providers tell us of answers by telephone. They are known by their signature, or a relay by its token; without either
 * nothing is looked at. There is no address here that does anything on GET or HEAD.
 */
@Controller("/answer")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TelephoneController {

    private final Gateways gateways;
    private final ConsoleDatabase database;
    private final TelephoneAnswers answers;
    private final Visits visits;
    private final LoginThrottle throttle = new LoginThrottle();

    TelephoneController(Gateways gateways, ConsoleDatabase database, TelephoneAnswers answers, Visits visits) {
        this.gateways = gateways;
        this.database = database;
        this.answers = answers;
        this.visits = visits;
    }

    /** A short message, as Twilio hands it over. */
    @Post("/sms")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> message(HttpRequest<?> request, @Body Map<String, Object> body) {
        Form form = signed(request, body);
        return xml(message(form.text("From"), form.text("Body"))
                .map(text -> "<Message>" + escaped(text) + "</Message>").orElse(""));
    }

    /** The same of another provider, or of a relay for one that can only GET: JSON with {@code from} and {@code text}. */
    @Post("/text")
    @Consumes(MediaType.APPLICATION_JSON)
    HttpResponse<String> text(HttpRequest<?> request, @Body Map<String, Object> body) {
        String token = request.getHeaders().get(HttpHeaders.AUTHORIZATION, String.class).orElse("");
        String due = "Bearer " + secret(gateways.answers().flatMap(Gateways.Answers::bearer));
        if (!MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), due.getBytes(StandardCharsets.UTF_8))) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "token");
        }
        Form form = new Form(body);
        return HttpResponse.ok(message(form.text("from"), form.text("text")).orElse(""))
                .contentType(MediaType.TEXT_PLAIN_TYPE);
    }

    /** A key pressed during a call. */
    @Post("/voice/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> key(HttpRequest<?> request, String key, @Body Map<String, Object> body) {
        Form form = signed(request, body);
        Optional<Person> person = database.read(sql -> answers.called(sql, key, form.text("To")));
        if (person.isEmpty() || !form.text("Digits").equals("1")) {
            return xml("<Hangup/>");
        }
        Words words = visits.words(person.get().language());
        Answer answer = database.write(sql -> answers.byKey(sql, person.get(), key, words.now()));
        return xml("<Say language=\"" + words.language().locale().toLanguageTag() + "\">"
                + escaped(say(words, answer)) + "</Say>");
    }

    /** What is answered to a known number; a stranger hears nothing, so that nobody finds out who is known. */
    private Optional<String> message(String from, String text) {
        Optional<Person> person = database.read(sql -> answers.personOf(sql, from));
        if (person.isEmpty()) {
            return Optional.empty();
        }
        Words words = visits.words(person.get().language());
        if (throttle.waitFor(from, from, words.now()).isPositive()) {
            return Optional.of(words.say("telephone.wait"));
        }
        Answer answer = database.write(sql -> answers.byMessage(sql, person.get(), text, words.now()));
        if (answer.outcome() == TelephoneAnswers.Outcome.NO_SUCH_CODE) {
            throttle.failed(from, from, words.now());
        } else if (answer.alarm() != 0) { // neither a no nor a riddle says anything of the code
            throttle.succeeded(from, from);
        }
        return Optional.of(say(words, answer));
    }

    private static String say(Words words, Answer answer) {
        return switch (answer.outcome()) {
            case TAKEN -> words.say("telephone.taken", answer.alarm());
            case ALREADY_TAKEN -> words.say("telephone.already", answer.alarm());
            case NO_SUCH_CODE -> words.say("telephone.code");
            case DECLINED -> words.say("telephone.declined");
            case UNCLEAR -> words.say("telephone.unclear");
        };
    }

    private Form signed(HttpRequest<?> request, Map<String, Object> body) {
        Optional<Gateways.Answers> known = gateways.answers();
        Map<String, String> fields = new HashMap<>();
        body.forEach((name, value) -> fields.put(name, value.toString()));
        String url = known.map(Gateways.Answers::url).orElse("") + request.getUri().getRawPath();
        String token = secret(known.flatMap(Gateways.Answers::twilioToken));
        if (!Signatures.isTwilios(request.getHeaders().get("X-Twilio-Signature", String.class).orElse(""), token, url,
                fields)) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "signature");
        }
        return new Form(body);
    }

    private static String secret(Optional<Path> file) {
        try {
            String secret = Files.readString(
                    file.orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "not set up"))).strip();
            if (secret.isEmpty()) {
                throw new HttpStatusException(HttpStatus.NOT_FOUND, "not set up");
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("a secret of gateways.answers cannot be read", e);
        }
    }

    private static HttpResponse<String> xml(String inside) {
        return HttpResponse.ok("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + inside + "</Response>")
                .contentType(MediaType.TEXT_XML_TYPE);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
