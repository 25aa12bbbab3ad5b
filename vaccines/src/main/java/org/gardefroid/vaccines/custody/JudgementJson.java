package org.gardefroid.vaccines.custody;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gardefroid.vaccines.ProductProfile;

/** A judgement as one line of JSON, as docs/judge.md tells it. */
public final class JudgementJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;
    private final Judgement judgement;
    private final Texts french;
    private final Texts english;

    private JudgementJson(JsonGenerator json, Judgement judgement, ZoneId zone) {
        this.json = json;
        this.judgement = judgement;
        this.french = new Texts(Locale.FRENCH, zone);
        this.english = new Texts(Locale.ENGLISH, zone);
    }

    /** @param zone in which the sentences tell times; all else is UTC */
    public static String line(Judgement judgement, ZoneId zone) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new JudgementJson(json, judgement, zone).write();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    private void write() throws IOException {
        json.writeStartObject();
        container("id", judgement.container());
        text("product", judgement.judgedBy().map(profile -> profile.product().value()));
        revision();
        json.writeStringField("verdict", judgement.ruling().code());
        json.writeObjectFieldStart("verdictText");
        json.writeStringField("fr", french.verdict(judgement.ruling()));
        json.writeStringField("en", english.verdict(judgement.ruling()));
        json.writeEndObject();
        text("judgedAt", Optional.of(judgement.now()));
        deadlines();
        figures();
        reasons();
        text("contact", judgement.judgedBy().flatMap(ProductProfile::contact));
        json.writeFieldName("from");
        if (judgement.from().isPresent()) {
            json.writeStartObject();
            json.writeStringField("kind", judgement.from().get().kind().code());
            json.writeStringField("id", judgement.from().get().name());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        places();
        starts();
        given("dosesGiven", judgement.given());
        given("dosesToTrace", judgement.toTrace());
        json.writeArrayFieldStart("decisions");
        for (Judgement.Signed signed : judgement.decisions()) {
            json.writeStartObject();
            text("at", Optional.of(signed.at()));
            json.writeStringField("decision", signed.decision().name().toLowerCase(Locale.ROOT));
            json.writeStringField("by", signed.by());
            json.writeStringField("reason", signed.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void deadlines() throws IOException {
        text("deadline", judgement.due().map(Due::at));
        text("deadlineBy", judgement.due().map(Due::by));
        json.writeArrayFieldStart("deadlines");
        for (Due due : judgement.dues()) {
            json.writeStartObject();
            text("at", Optional.of(due.at()));
            json.writeStringField("by", due.by());
            json.writeEndObject();
        }
        json.writeEndArray();
        number("warning", judgement.warning().map(warning -> BigDecimal.valueOf(warning.toMinutes())));
    }

    private void figures() throws IOException {
        json.writeObjectFieldStart("exposure");
        for (var band : judgement.exposure().bands().entrySet()) {
            interval(band.getKey().name(), Optional.of(band.getValue()));
        }
        json.writeEndObject();
        number("unobservedMinutes", Optional.of(minutes(judgement.exposure().unobserved())));
        interval("budgetLeftMinutes", judgement.budgetLeft());
        json.writeArrayFieldStart("budgets");
        for (BudgetUse use : judgement.budgets()) {
            json.writeStartObject();
            json.writeStringField("name", use.budget().name());
            json.writeStringField("fr", french.budget(use.budget()));
            json.writeStringField("en", english.budget(use.budget()));
            number("allowanceMinutes", use.budget().allowance().map(JudgementJson::minutes));
            interval("usedMinutes", Optional.of(use.spent()));
            interval("leftMinutes", use.left());
            json.writeEndObject();
        }
        json.writeEndArray();
        number("meanKineticCelsius", judgement.exposure().meanKinetic()
                .map(celsius -> BigDecimal.valueOf(celsius).setScale(2, RoundingMode.HALF_UP)));
    }

    private void reasons() throws IOException {
        json.writeArrayFieldStart("reasons");
        for (Ground ground : judgement.grounds()) {
            json.writeStartObject();
            json.writeStringField("code", ground.code().code());
            json.writeBooleanField("holds", ground.holds());
            text("since", ground.since());
            json.writeStringField("fr", french.ground(ground));
            json.writeStringField("en", english.ground(ground));
            json.writeArrayFieldStart("figures");
            for (Object value : ground.values()) {
                json.writeString(value.toString());
            }
            json.writeEndArray();
            revision();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void places() throws IOException {
        Optional<Place> last = judgement.stays().stream().map(Stay::place).reduce((earlier, later) -> later);
        json.writeObjectFieldStart("place");
        text("fr", last.map(french::place));
        text("en", last.map(english::place));
        json.writeEndObject();
        json.writeArrayFieldStart("places");
        for (Stay stay : judgement.stays()) {
            json.writeStartObject();
            text("since", Optional.of(stay.from()));
            json.writeStringField("fr", french.place(stay.place()));
            json.writeStringField("en", english.place(stay.place()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void starts() throws IOException {
        json.writeArrayFieldStart("clocks");
        for (Start start : judgement.starts()) {
            json.writeStartObject();
            json.writeStringField("step", start.step().code());
            text("at", start.at());
            if (start.voided().isPresent()) {
                Start.Voiding why = start.voided().get();
                json.writeObjectFieldStart("voided");
                text("at", Optional.of(why.when()));
                text("by", why.by());
                json.writeStringField("reason", why.reason());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void given(String name, List<Judgement.Given> doses) throws IOException {
        json.writeArrayFieldStart(name);
        for (Judgement.Given dose : doses) {
            json.writeStartObject();
            text("at", Optional.of(dose.at()));
            json.writeStringField("kind", dose.container().kind().code());
            json.writeStringField("id", dose.container().name());
            json.writeNumberField("doses", dose.doses());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void container(String name, ContainerId container) throws IOException {
        json.writeStringField(name, container.name());
        json.writeStringField("kind", container.kind().code());
    }

    private void revision() throws IOException {
        number("profileRevision", judgement.judgedBy().map(profile -> BigDecimal.valueOf(profile.revision())));
    }

    private void text(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get().toString());
        } else {
            json.writeNullField(name);
        }
    }

    private void number(String name, Optional<BigDecimal> value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }

    private void interval(String name, Optional<Interval> time) throws IOException {
        if (time.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        number("minMinutes", Optional.of(minutes(time.get().least())));
        number("maxMinutes", Optional.of(minutes(time.get().most())));
        json.writeEndObject();
    }

    private static BigDecimal minutes(Duration time) {
        BigDecimal minutes = BigDecimal.valueOf(time.toMillis()).divide(BigDecimal.valueOf(60_000), 2,
                RoundingMode.HALF_UP).stripTrailingZeros();
        return minutes.scale() < 0 ? minutes.setScale(0) : minutes;
    }
}
